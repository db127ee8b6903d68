import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';

const percent = ({ low, high }: { low: number; high: number }) => [Math.round(low * 100), Math.round(high * 100)];

describe('wilson', () => {
  // Published values, to the point.
  it.each([
    [2, 5, [12, 77]],
    [2, 8, [7, 59]],
    [3, 11, [10, 57]],
    [6, 20, [15, 52]],
    [9, 30, [17, 48]],
    [15, 50, [19, 44]],
    [30, 100, [22, 40]],
    [120, 400, [26, 35]],
    [0, 5, [0, 43]],
    [0, 11, [0, 26]],
    [0, 30, [0, 11]],
  ])('%i out of %i is between %j', (hits, n, expected) => {
    expect(percent(wilson(hits, n))).toEqual(expected);
  });

  it('knows nothing of nobody', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('refuses what is not a share', () => {
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(RangeError);
  });

  it('holds the share, narrows with more people and mirrors itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const hits = Math.round(n * part);
        const { low, high } = wilson(hits, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(hits / n - 1e-12);
        const more = wilson(hits * 4, n * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
        const mirrored = wilson(n - hits, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
        expect(mirrored.high).toBeCloseTo(1 - low, 10);
      }),
    );
  });
});
