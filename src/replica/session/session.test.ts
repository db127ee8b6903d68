import { describe, expect, it, vi } from 'vitest';
import type { Persona } from '#engine';
import { close, freshDevice, page, types } from '../testing/device.ts';
import { scenario } from '../testing/scenario.ts';
import { handClock, sessionFor } from '../testing/session.ts';
import { openShelf } from './device/shelf.ts';

freshDevice();

describe('beginning', () => {
  it('says that the run started before anything else, numbered without gaps', async () => {
    const { session, events } = await page();
    expect(session.state.status).toBe('running');
    session.desk.inert('text');
    await Promise.resolve();
    expect(types(events).slice(0, 2)).toEqual(['RunStarted', 'ScreenShown']);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at));
    expect(events[0]).toMatchObject({ scenario: 'essai/tout@0123456789ab', persona: 'amina' });
  });

  it('takes the persona and the conditions that the address asks for, and no other', async () => {
    const { session } = await page({ asked: { persona: 'karim', conditions: ['slow'] } });
    expect(session.state.persona?.id).toBe('karim');
    expect(session.state.conditions).toEqual(['slow']);
    const { session: other } = sessionFor({ asked: { persona: 'nobody' } });
    await other.start();
    expect(other.state.persona?.id).toBe('amina');
  });

  it('draws the wording, each as likely as the others, unless the address asks for one', async () => {
    const worded = { ...scenario, variants: ['simples', 'longs'].map((id) => ({ id, texts: {} })) };
    const drawn = async (chance: number, asked = {}) => {
      const { session, events } = sessionFor({ scenario: worded, chance: () => chance, asked });
      await session.start();
      return events[0];
    };
    for (const [chance, variant] of [
      [0, null],
      [0.33, null],
      [0.34, 'simples'],
      [0.66, 'simples'],
      [0.67, 'longs'],
      [0.999, 'longs'],
    ] as const)
      expect(await drawn(chance)).toMatchObject({ type: 'RunStarted', variant });
    expect(await drawn(0.999, { variant: 'simples' })).toMatchObject({ variant: 'simples' });
    expect(await drawn(0.999, { variant: '' })).toMatchObject({ variant: null });
  });

  it('plays on the day of the month that the scenario asks for, and stays on it after a reload', async () => {
    const monthly = { ...scenario, dayOfMonth: 3 };
    const first = await page({ scenario: monthly });
    expect(first.session.state.today).toBe('2026-12-03');
    expect(new Date(first.session.now()).toISOString()).toBe('2026-12-03T10:00:00.000Z');
    await close(first.session);
    const again = await page({ scenario: monthly, clock: handClock(Date.parse('2026-11-22T10:00:00Z')).now });
    expect(again.session.state.today).toBe('2026-12-03');
    expect(new Date(again.session.now()).toISOString()).toBe('2026-12-04T10:00:00.000Z');
  });

  it('says calmly that the content did not come, and opens when it does', async () => {
    let down = true;
    const content = sessionFor().session.world.content;
    const { session } = sessionFor({ content: () => (down ? Promise.reject(new Error('offline')) : content()) });
    await session.start();
    expect(session.state.status).toBe('failed');
    down = false;
    await session.start();
    expect(session.state.status).toBe('running');
  });
});

describe('an answer of the site', () => {
  const { depart } = scenario.screens;
  const calls = {
    ...scenario,
    screens: {
      ...scenario.screens,
      depart: {
        ...depart,
        load: null,
        actions: depart?.actions.map((action) => ({
          ...action,
          validates: false,
          does: {
            kind: 'call',
            operation: 'essai.entrer',
            with: {},
            on: { ok: { to: [{ to: 'tout' }] } },
            refusals: [],
          },
        })),
      },
    },
  } as unknown as typeof scenario;

  it.each([
    ['is drawn alone when it is here at once', 0, ['ready']],
    ['is waited for otherwise', 20, ['calling', 'ready']],
  ])('%s', async (_, ms, phases) => {
    vi.stubGlobal('fetch', async () => {
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      return Response.json({ outcome: 'ok' });
    });
    const { session } = await page({ scenario: calls });
    const seen = new Set<string>();
    session.store.subscribe(({ shown }) => shown && seen.add(shown.phase));
    await session.press('continuer');
    expect(session.state.shown?.screen?.id).toBe('tout');
    expect([...seen].filter((phase) => phase !== 'ready').concat('ready')).toEqual(phases);
    vi.unstubAllGlobals();
  });

  it('that sends back to the same page by another is a new page all the same', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ outcome: 'ok' }));
    const { tout } = calls.screens;
    const load = { operation: 'essai.lire', with: {}, on: { ok: { to: [{ to: 'depart' }] } }, refusals: [] };
    const back = { ...calls, screens: { ...calls.screens, tout: { ...tout, load } } } as unknown as typeof scenario;
    const { session } = await page({ scenario: back });
    const { generation } = session.state;
    await session.press('continuer');
    expect(session.state.shown?.screen?.id).toBe('depart');
    expect(session.state.generation).toBe(generation + 1);
    vi.unstubAllGlobals();
  });
});

describe('two tabs', () => {
  it('lets one own the run; the other may take it over', async () => {
    const first = await page({ makeId: () => 'a'.repeat(32) });
    const second = await page({ makeId: () => 'b'.repeat(32) });
    expect(second.session.state.status).toBe('elsewhere');
    await second.session.start(true);
    expect(second.session.state.status).toBe('running');
    await vi.waitFor(() => expect(first.session.state.status).toBe('taken'));
  });

  it('gives the run back with what the other did, its fake services started again on that', async () => {
    const startNetwork = vi.fn(sessionFor().session.world.startNetwork);
    const first = await page({ makeId: () => 'a'.repeat(32), startNetwork });
    first.session.warm();
    first.session.keeper.now();
    const second = await page({ makeId: () => 'b'.repeat(32) });
    await second.session.start(true);
    second.session.entries.enter('nir', '2880799000123');
    second.session.entries.leave('nir');
    second.session.keeper.now();
    await vi.waitFor(() => expect(first.session.state.status).toBe('taken'));
    await first.session.start(true);
    expect(first.session.state.run?.view.entries).toMatchObject({ nir: '2880799000123' });
    first.session.warm();
    expect(startNetwork).toHaveBeenCalledTimes(2);
  });
});

describe('without storage', () => {
  it('works in memory only', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const shelf = await openShelf();
    expect(shelf.lasting).toBe(false);
    const { session } = sessionFor({ keeps: shelf });
    await session.start();
    session.entries.enter('nir', '1');
    session.keeper.now();
    expect(session.state.status).toBe('running');
    await session.end();
  });

  it('works in memory where the storage never answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    vi.stubGlobal('indexedDB', { open: () => ({}) });
    const opening = openShelf();
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await opening).lasting).toBe(false);
    vi.useRealTimers();
  });
});

describe('starting again', () => {
  it('says so in the old run, then starts a new one', async () => {
    const { session, events } = await page();
    session.entries.enter('nir', '2880799000123');
    const before = session.state.events[0]?.run;
    session.reset();
    await Promise.resolve();
    expect(events.filter(({ run }) => run === before).at(-1)?.type).toBe('RunReset');
    expect(session.state.events[0]?.run).not.toBe(before);
    expect(session.state.run?.view.entries).toEqual({});
  });
});

describe('a content that comes in two parts', async () => {
  const { scenario, personas } = await sessionFor().session.world.content();
  const core = {
    scenario: {
      ...scenario,
      messages: {},
      screens: Object.fromEntries(
        Object.entries(scenario.screens).map(([id, screen]) => [
          id,
          id === scenario.start ? screen : { ...screen, blocks: [], toCome: true },
        ]),
      ),
    },
    personas: { amina: personas['amina'] as (typeof personas)[string] },
  };

  it('begins on the first, waits on a screen that has not come, and tries until it has', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const whole = vi.fn(async () => ({ scenario, personas }));
    whole.mockRejectedValueOnce(new Error('offline'));
    const { session } = await page({ content: async () => core, whole });
    expect(session.state.status).toBe('running');
    session.entries.enter('nir', '2880799000123');
    session.entries.enter('secret', 'x');
    await session.press('continuer');
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state.run?.view).toMatchObject({ phase: 'loading', screen: { id: 'tout' } });
    session.warm();
    await vi.advanceTimersByTimeAsync(6000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(session.state.run?.view.phase).toBe('ready'));
    expect(whole).toHaveBeenCalledTimes(2);
    expect(session.state.personas.map(({ id }) => id)).toEqual(scenario.personas);
  });

  it('gives the fake services that run already the documents that come with the rest', async () => {
    const documents = personas['amina']?.documents ?? [];
    const bare = { ...core, personas: { amina: { ...core.personas.amina, documents: [] } } };
    let asked: Persona | undefined;
    const { startNetwork } = sessionFor().session.world;
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { session } = await page({
      content: async () => bare,
      whole: async () => ({ scenario, personas }),
      startNetwork: (names, options) => {
        asked = options.persona;
        return startNetwork(names, options);
      },
    });
    session.warm();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked?.documents).toEqual([]);
    await vi.advanceTimersByTimeAsync(6000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(session.state.persona?.documents).toHaveLength(documents.length));
    expect(asked?.documents.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
  });

  it('takes a run up again on the whole at once', async () => {
    const whole = async () => ({ scenario, personas });
    const first = await page({ content: async () => core, whole });
    first.session.entries.enter('nir', '2880799000123');
    first.session.entries.enter('secret', 'Pomme verte');
    await first.session.press('continuer');
    await close(first.session);
    const { session } = await page({ content: async () => core, whole });
    expect(session.state.run?.view.screen?.toCome).toBeUndefined();
  });
});
