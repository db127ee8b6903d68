import { expect, it } from 'vitest';
import { showSeen } from './_evidence.ts';

it('writes months in words', () => {
  expect([showSeen('2025-10'), showSeen('2025-10-31'), showSeen('2021')]).toEqual([
    'octobre 2025',
    'octobre 2025',
    '2021',
  ]);
});
