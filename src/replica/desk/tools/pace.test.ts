import { afterEach, describe, expect, it, vi } from 'vitest';
import { episodesOf } from '#coach';
import type { SentMessage } from '#engine';
import { close, freshDevice, page, types } from '../../testing/device.ts';
import { scenario as small } from '../../testing/scenario.ts';
import { handClock, sessionFor } from '../../testing/session.ts';
import { pause, setPace } from './pace.ts';

freshDevice();
afterEach(() => void vi.useRealTimers());

const minute = 60_000;
const messages = {
  code: { id: 'code', channel: 'mail', from: 'Service', subject: 'Code', lines: ['Voici.'] },
} as const;

/** A session that is signed in, where a message may be on its way. */
async function signedIn() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const clock = handClock();
  let sent: readonly SentMessage[] = [];
  const { startNetwork } = sessionFor().session.world;
  const desk = await page({
    clock: clock.now,
    scenario: { ...small, messages },
    startNetwork: async (...given) => ({ ...(await startNetwork(...given)), messages: () => sent }),
  });
  const { session } = desk;
  session.warm();
  session.entries.enter('nir', '2880799000123');
  session.entries.enter('secret', 'x');
  await session.press('continuer');
  await vi.advanceTimersByTimeAsync(0);
  return {
    ...desk,
    /** Real time passes: the device's clock, and what waits for it. */
    async pass(ms: number) {
      clock.pass(ms);
      session.idle.look();
      await vi.advanceTimersByTimeAsync(ms);
    },
    send(after: number) {
      sent = [{ id: 'code#1', template: 'code', arrivesAt: session.now() + after, vars: {}, read: false }];
      session.mailbox.look();
    },
    subjects: () => session.state.messages.map(({ subject }) => subject),
  };
}

describe('an exercise that is paused', () => {
  it('lets no time pass: no log-out, no message; it goes on from where it stood', async () => {
    const { session, pass, send, subjects } = await signedIn();
    const before = session.now();
    send(10_000);
    pause(session, true);
    await pass(60 * minute);
    expect(session.now()).toBe(before);
    expect(session.state).toMatchObject({ idleLeft: null, messages: [], paused: true });
    expect(session.state.run?.view.screen?.id).not.toBe('dehors');
    pause(session, false);
    await pass(10_100);
    expect(subjects()).toEqual(['Code']);
    await pass(13 * minute);
    expect(session.state.idleLeft).toBeNull();
    await pass(minute);
    expect(session.state.idleLeft).not.toBeNull();
  });

  it('is neither a silence nor time on the screen', async () => {
    const { session, pass } = await signedIn();
    pause(session, true);
    await pass(30 * minute);
    pause(session, false);
    session.desk.openPane('papers');
    const { events } = session.state;
    expect(types(events).slice(-3)).toEqual(['PageHidden', 'PageShown', 'PaneOpened']);
    expect(episodesOf(events)).toEqual([]);
    // The same time without a pause is a silence: the test can fail.
    const silent = events.filter(({ type }) => type !== 'PageHidden' && type !== 'PageShown');
    expect(episodesOf(silent.map((event, seq) => ({ ...event, seq })))).toHaveLength(1);
  });

  it('is kept over a reload, and the time without a page does not pass either', async () => {
    const { session, events } = await signedIn();
    pause(session, true);
    const before = session.now();
    await close(session);
    vi.useRealTimers();
    const later = handClock(before + 90 * minute);
    const again = await page({ clock: later.now, scenario: { ...small, messages } });
    expect(again.session.state).toMatchObject({ status: 'running', paused: true });
    expect(again.session.now()).toBe(before);
    expect(types(again.events).slice(0, 2)).toEqual(['RunResumed', 'PageHidden']);
    expect(episodesOf([...events, ...again.events])).toEqual([]);
    pause(again.session, false);
    expect(again.session.now()).toBe(before);
  });

  it('is over in a run that starts again', async () => {
    const { session } = await signedIn();
    pause(session, true);
    session.reset();
    expect(session.state.paused).toBe(false);
  });
});

describe('more time', () => {
  it('makes each limit last ten times longer, in the next run too; a message takes no longer to come', async () => {
    const { session, pass, send, subjects } = await signedIn();
    setPace(session, { slow: true });
    const before = session.now();
    await pass(100 * minute);
    expect(session.now() - before).toBe(10 * minute);
    expect(session.state.idleLeft).toBeNull();
    send(10_000);
    await pass(10_100);
    expect(subjects()).toEqual(['Code']);
    await pass(45 * minute);
    expect(session.state.idleLeft).not.toBeNull();
    session.reset();
    const again = session.now();
    await pass(10 * minute);
    expect(session.now() - again).toBe(minute);
    setPace(session, { slow: false });
    await pass(minute);
    expect(session.now() - again).toBe(2 * minute);
  });
});
