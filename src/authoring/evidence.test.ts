import { expect, test } from 'vitest';
import { isStale } from './evidence.ts';

test.each([
  ['2023-11', false],
  ['2023-10', true],
  ['2025-12', false],
  ['2023', false],
  ['2022', true],
])('what was seen in %s counts as old on 21 November 2026: %s', (seen, stale) => {
  expect(isStale(seen, '2026-11-21')).toBe(stale);
});
