import { describe, expect, it } from 'vitest';
import { freshDevice, page } from '../testing/device.ts';
import { handClock } from '../testing/session.ts';

freshDevice();

const minutes = (count: number) => count * 60_000;

describe('a page that nobody touches', () => {
  it('offers to erase itself after five minutes, and not before; whoever goes on is not asked again', async () => {
    const clock = handClock();
    const { session } = await page({ clock: clock.now });
    const away = () => {
      session.away.look();
      return session.state.away;
    };
    clock.pass(minutes(4.9));
    expect(away()).toBe(false);
    session.away.touch();
    clock.pass(minutes(4.9));
    expect(away()).toBe(false);
    clock.pass(minutes(0.1));
    expect(away()).toBe(true);
    // Only an answer takes the offer away: a hand that moves towards it does not.
    session.away.touch();
    expect(away()).toBe(true);
    session.away.back();
    expect(away()).toBe(false);
    clock.pass(minutes(5));
    expect(away()).toBe(true);
    session.entries.enter('nir', '2880799000123');
    await session.press('continuer');
    expect(away()).toBe(false);
  });

  it('does not count the time that the exercise skips', async () => {
    const clock = handClock();
    const { session } = await page({ clock: clock.now });
    session.jump(minutes(15));
    session.away.look();
    expect(session.state.away).toBe(false);
  });
});
