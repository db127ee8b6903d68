import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { amina, scenario } from '../testing/scenario.ts';
import { handClock, sessionFor } from '../testing/session.ts';
import { openShelf, wipeDevice } from './device/shelf.ts';
import type { Session } from './session.ts';

const open: Session[] = [];
/** A session on the shelf of this device, as a page that opens. */
async function page(given: Parameters<typeof sessionFor>[0] = {}) {
  const opened = sessionFor({ keeps: await openShelf(), ...given });
  open.push(opened.session);
  await opened.session.start();
  return opened;
}
/** The page is closed or reloaded: what is written stays, the memory goes. */
async function close(session: Session) {
  session.keeper.now();
  session.release();
  await session.end();
}

afterEach(async () => {
  for (const session of open.splice(0)) await session.end();
  await wipeDevice();
  vi.unstubAllGlobals();
});

const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

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

describe('after a reload', () => {
  it('gives back right answers and choices', async () => {
    const first = await page();
    first.session.entries.enter('nir', '2880799000123');
    first.session.entries.leave('nir');
    first.session.entries.enter('oui-non', 'oui');
    await close(first.session);
    const { session, events } = await page();
    expect(session.state.view?.entries).toMatchObject({ nir: '2880799000123', 'oui-non': 'oui' });
    await Promise.resolve();
    expect(types(events)[0]).toBe('RunResumed');
    // One run, one numbering, nothing forgotten: the debrief tells all of it.
    expect(new Set(session.state.events.map(({ run }) => run)).size).toBe(1);
    expect(session.state.events.map(({ seq }) => seq)).toEqual(session.state.events.map((_, at) => at));
    expect(types(session.state.events).slice(0, 3)).toEqual(['RunStarted', 'ScreenShown', 'EntryCommitted']);
  });

  it('goes back to the screen whose typed entry is gone, and says why', async () => {
    const first = await page();
    first.session.entries.enter('nir', '2880799000123');
    first.session.entries.enter('secret', 'Pomme verte');
    await first.session.press('continuer');
    expect(first.session.state.view?.screen?.id).toBe('tout');
    first.session.entries.enter('mot', 'Mon vrai nom');
    first.session.entries.leave('mot');
    await close(first.session);
    const { session, events } = await page();
    expect(session.state.view?.screen?.id).toBe('tout');
    expect(session.state.view?.entries).not.toHaveProperty('mot');
    expect(session.state.aside).toMatch(/n’est gardé nulle part/);
    await Promise.resolve();
    expect(types(events)).toContain('EntriesLost');
  });

  it('keeps nothing typed on the device, nor in the events', async () => {
    const { session, events } = await page();
    session.entries.enter('nir', '2880799000199');
    session.entries.leave('nir');
    session.entries.enter('secret', 'Pomme verte');
    session.entries.leave('secret');
    session.keeper.now();
    await vi.waitFor(async () => {
      const kept = JSON.stringify(await (await openShelf()).get('essai/tout'));
      expect(kept).toContain('"as":"typed"');
      expect(kept).not.toMatch(/2880799000199|Pomme/);
    });
    expect(JSON.stringify(events)).not.toMatch(/2880799000199|Pomme/);
  });

  it('begins anew when the scenario has changed', async () => {
    const first = await page();
    await close(first.session);
    const { scenario, personas } = await first.session.world.content();
    const { events } = await page({ scenario: { ...scenario, hash: 'ba9876543210' }, personas });
    await Promise.resolve();
    expect(types(events)[0]).toBe('RunStarted');
  });

  it('keeps as read the messages that stood there before', async () => {
    const letter = {
      channel: 'mail',
      from: 'La mairie',
      subject: 'Fête',
      lines: ['Samedi.'],
      folder: 'inbox',
      items: {},
    };
    const mailbox = [{ ...letter, id: 'fete', ago: 'P2D' }] as unknown as typeof amina.mailbox;
    const personas = { amina: { ...amina, mailbox } };
    const first = await page({ personas });
    expect(first.session.state.messages).toMatchObject([{ id: 'fete', read: false }]);
    first.session.mailbox.open('fete');
    await close(first.session);
    const { session } = await page({ personas });
    expect(session.state.messages).toMatchObject([{ id: 'fete', read: true }]);
  });

  it('keeps the jumps of the clock', async () => {
    const clock = handClock();
    const first = await page({ clock: clock.now });
    first.session.jump(15 * 60_000);
    await close(first.session);
    const { session } = await page({ clock: clock.now });
    expect(session.now() - clock.now()).toBe(15 * 60_000);
  });
});

describe('what is pointed at on a narrow window', () => {
  const field = { kind: 'field', id: 'nir' } as const;

  it('is brought from the coach, and named from another pane', async () => {
    const { session } = await page({ onePane: () => true });
    session.desk.openPane('coach');
    session.desk.point(field);
    expect(session.state.pane).toBe('site');
    session.desk.openPane('mail');
    session.desk.point(field);
    expect(session.state.pane).toBe('mail');
    expect(session.state.toast?.text).toMatch(/Revenez au site/);
  });

  it('moves nothing where all panes show', async () => {
    const { session } = await page({ onePane: () => false });
    session.desk.openPane('coach');
    session.desk.point(field);
    expect(session.state.pane).toBe('coach');
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
    expect(first.session.state.view?.entries).toMatchObject({ nir: '2880799000123' });
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
});

describe('idle log-out', () => {
  it('warns, lets one stay, then logs out', async () => {
    const clock = handClock();
    const { session, events } = await page({ clock: clock.now });
    session.entries.enter('nir', '2880799000123');
    session.entries.enter('secret', 'x');
    await session.press('continuer');
    clock.pass(13 * 60_000);
    session.idle.look();
    expect(session.state.idleLeft).toBeNull();
    clock.pass(90_000);
    session.idle.look();
    expect(session.state.idleLeft).toBe(30);
    session.idle.touch();
    session.idle.look();
    expect(session.state.idleLeft).toBe(30);
    session.idle.stay();
    expect(session.state.idleLeft).toBeNull();
    clock.pass(15 * 60_000);
    session.idle.look();
    await Promise.resolve();
    expect(types(events)).toContain('TimedOut');
    expect(session.state.view?.screen?.id).toBe('dehors');
  });
});

describe('a real identifier', () => {
  it('is refused, erased and recorded by its kind alone', async () => {
    const { session, events } = await page();
    session.entries.enter('secret', '2550814168025 38');
    expect(session.state.view?.entries['secret']).toBe('');
    expect(session.state.refused).toEqual({ field: 'secret', looksLike: 'nir' });
    await Promise.resolve();
    expect(events.at(-1)).toMatchObject({ type: 'RealDataRefused', field: 'secret', looksLike: 'nir' });
    expect(JSON.stringify(events)).not.toContain('2550814');
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
    expect(session.state.view?.entries).toEqual({});
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
    expect(session.state.view).toMatchObject({ phase: 'loading', screen: { id: 'tout' } });
    session.warm();
    await vi.advanceTimersByTimeAsync(4000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(session.state.view?.phase).toBe('ready'));
    expect(whole).toHaveBeenCalledTimes(2);
    expect(session.state.personas.map(({ id }) => id)).toEqual(scenario.personas);
  });

  it('takes a run up again on the whole at once', async () => {
    const whole = async () => ({ scenario, personas });
    const first = await page({ content: async () => core, whole });
    first.session.entries.enter('nir', '2880799000123');
    first.session.entries.enter('secret', 'Pomme verte');
    await first.session.press('continuer');
    await close(first.session);
    const { session } = await page({ content: async () => core, whole });
    expect(session.state.view?.screen?.toCome).toBeUndefined();
  });
});
