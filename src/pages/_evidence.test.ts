import { expect, it } from 'vitest';
import { isStale, showSeen } from './_evidence.ts';

it.each([
  ['2023-11', false],
  ['2023-10', true],
  ['2025-12', false],
  ['2023', false],
  ['2022', true],
])('what was seen in %s counts as old on 21 November 2026: %s', (seen, stale) => {
  expect(isStale(seen, '2026-11-21')).toBe(stale);
});

it('writes months in words', () => {
  expect([showSeen('2025-10'), showSeen('2025-10-31'), showSeen('2021')]).toEqual([
    'octobre 2025',
    'octobre 2025',
    '2021',
  ]);
});
