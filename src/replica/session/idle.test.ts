import { describe, expect, it } from 'vitest';
import { freshDevice, page, types } from '../testing/device.ts';
import { handClock } from '../testing/session.ts';

freshDevice();

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
    expect(session.state.run?.view.screen?.id).toBe('dehors');
  });
});
