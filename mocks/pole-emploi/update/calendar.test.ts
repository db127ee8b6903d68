import { describe, expect, it } from 'vitest';
import { daysOf, periodOn } from './calendar.ts';

describe('the calendar of the monthly update', () => {
  // The four of 2026 that our sources give, then days between two windows, and a year far away.
  it.each([
    ['2025-12-28', '2025-12', '2025-12-28', '2026-01-15'],
    ['2026-02-15', '2026-01', '2026-01-28', '2026-02-15'],
    ['2026-03-03', '2026-02', '2026-02-26', '2026-03-15'],
    ['2026-04-02', '2026-03', '2026-03-28', '2026-04-15'],
    ['2026-02-16', '2026-02', '2026-02-26', '2026-03-15'],
    ['2026-12-21', '2026-12', '2026-12-28', '2027-01-15'],
    ['2031-04-03', '2031-03', '2031-03-28', '2031-04-15'],
  ])('on %s it is for %s, from %s to %s', (day, month, opens, closes) => {
    expect(periodOn(day)).toEqual({ month, opens, closes });
  });

  it('knows the last day of each month', () => {
    expect(daysOf('2026-02')).toEqual({ first: '2026-02-01', last: '2026-02-28' });
    expect(daysOf('2028-02').last).toBe('2028-02-29');
    expect(daysOf('2026-12').last).toBe('2026-12-31');
  });
});
