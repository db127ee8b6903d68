import { describe, expect, it } from 'vitest';
import { createLimits } from './limits.ts';

describe('createLimits', () => {
  it('lets a burst through, then a steady flow, each address for itself', () => {
    let now = 0;
    const limits = createLimits(2, 3, () => now);
    expect([1, 2, 3, 4].map(() => limits.allows('a'))).toEqual([true, true, true, false]);
    expect(limits.allows('b')).toBe(true);
    now = 1_000;
    expect([1, 2, 3].map(() => limits.allows('a'))).toEqual([true, true, false]);
    now = 500; // a clock that goes back gives nothing, takes nothing
    expect(limits.allows('a')).toBe(false);
    now = 120_000;
    expect([1, 2, 3, 4].map(() => limits.allows('a'))).toEqual([true, true, true, false]);
  });
});
