import { describe, expect, it } from 'vitest';
import { medianTime, survival } from './survival.ts';

const edges = [10_000, 20_000, 40_000];

describe('survival', () => {
  it('is the plain share left when nobody leaves', () => {
    // 10 people: 2 under 10 s, 3 under 20 s, 5 under 40 s.
    expect(survival({ edges, passed: [2, 3, 5, 0], left: [0, 0, 0, 0] })).toEqual([0.8, 0.5, 0, 0]);
  });

  it('counts leavers as at risk until they left', () => {
    // 10 at risk: 2 pass -> 0.8; 4 leave; 4 at risk: 1 passes -> 0.8 x 3/4 = 0.6; 3 pass of 3 -> 0.
    const shares = survival({ edges, passed: [2, 1, 3, 0], left: [4, 0, 0, 0] });
    expect(shares.map((share) => Math.round(share * 1000) / 1000)).toEqual([0.8, 0.6, 0, 0]);
  });

  it('refuses buckets that do not match', () => {
    expect(() => survival({ edges, passed: [1], left: [0] })).toThrow(RangeError);
  });
});

describe('medianTime', () => {
  it('is the bucket where half have passed', () => {
    expect(medianTime({ edges, passed: [2, 3, 5, 0], left: [0, 0, 0, 0] })).toEqual({ from: 10_000, to: 20_000 });
  });

  it('is later than the finishers alone would say', () => {
    const passed = [4, 2, 3, 0];
    expect(medianTime({ edges, passed, left: [0, 0, 0, 0] })).toEqual({ from: 10_000, to: 20_000 });
    // 8 more people left early: 17 at risk, 4 pass (0.76), 5 at risk after they leave, 2 pass (0.46).
    expect(medianTime({ edges, passed, left: [0, 8, 0, 0] })).toEqual({ from: 20_000, to: 40_000 });
  });

  it('is unknown when most left before passing', () => {
    expect(medianTime({ edges, passed: [1, 0, 0, 0], left: [0, 9, 0, 0] })).toBeNull();
    expect(medianTime({ edges, passed: [0, 0, 0, 0], left: [0, 0, 0, 0] })).toBeNull();
  });

  it('has no upper end in the last bucket', () => {
    expect(medianTime({ edges, passed: [0, 0, 0, 3], left: [0, 0, 0, 0] })).toEqual({ from: 40_000, to: null });
  });
});
