import { expect, it } from 'vitest';
import { handClock } from '../testing/session.ts';
import { createRunClock } from './run-clock.ts';

const minute = 60_000;

function runClock() {
  const device = handClock(Date.parse('2026-11-21T10:00:00Z'));
  const start = device.now();
  const clock = createRunClock({ jumped: 0 }, device.now);
  return { device, clock, passed: (of = clock) => of.now() - start };
}

it('stands still while paused, then goes on from there; a jump counts all the same', () => {
  const { device, clock, passed } = runClock();
  device.pass(minute);
  clock.go({ paused: true });
  device.pass(40 * minute);
  expect(passed()).toBe(minute);
  clock.jump(15 * minute);
  clock.go({ paused: false });
  device.pass(minute);
  expect(passed()).toBe(17 * minute);
});

it('goes ten times slower for whoever asks for more time, before and after a pause', () => {
  const { device, clock, passed } = runClock();
  clock.go({ slow: true });
  device.pass(100 * minute);
  expect(passed()).toBe(10 * minute);
  clock.go({ paused: true });
  device.pass(minute);
  clock.go({ paused: false });
  device.pass(10 * minute);
  expect(passed()).toBe(11 * minute);
  clock.go({ slow: false });
  device.pass(minute);
  expect(passed()).toBe(12 * minute);
});

it('is taken up by another page as it stood: a pause lasts while there is none', () => {
  const { device, clock, passed } = runClock();
  clock.go({ slow: true });
  device.pass(10 * minute);
  clock.go({ paused: true });
  const kept = clock.kept();
  device.pass(600 * minute);
  const again = createRunClock(kept, device.now);
  expect(passed(again)).toBe(minute);
  again.go({ paused: false });
  device.pass(10 * minute);
  expect(passed(again)).toBe(2 * minute);
});
