import { describe, expect, it, vi } from 'vitest';
import { close, freshDevice, page, types } from '../testing/device.ts';
import { amina } from '../testing/scenario.ts';
import { handClock } from '../testing/session.ts';
import { openShelf } from './device/shelf.ts';

freshDevice();

describe('after a reload', () => {
  it('gives back right answers and choices', async () => {
    const first = await page();
    first.session.entries.enter('nir', '2880799000123');
    first.session.entries.leave('nir');
    first.session.entries.enter('oui-non', 'oui');
    await close(first.session);
    const { session, events } = await page();
    expect(session.state.run?.view.entries).toMatchObject({ nir: '2880799000123', 'oui-non': 'oui' });
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
    expect(first.session.state.run?.view.screen?.id).toBe('tout');
    first.session.entries.enter('mot', 'Mon vrai nom');
    first.session.entries.leave('mot');
    await close(first.session);
    const { session, events } = await page();
    expect(session.state.run?.view.screen?.id).toBe('tout');
    expect(session.state.run?.view.entries).not.toHaveProperty('mot');
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
