import { expect, it } from 'vitest';
import { startDay } from './start-day.ts';

it.each([
  [undefined, '2026-11-21', '2026-11-21'],
  [3, '2026-11-02', '2026-11-03'],
  [3, '2026-11-03', '2026-11-03'],
  [3, '2026-11-04', '2026-12-03'],
  [3, '2026-12-31', '2027-01-03'],
  [28, '2027-01-29', '2027-02-28'],
  [3, '2031-03-17', '2031-04-03'],
])('a run wanted on day %s of the month, begun on %s, is played on %s', (dayOfMonth, day, played) => {
  expect(startDay(dayOfMonth === undefined ? {} : { dayOfMonth }, day)).toBe(played);
});
