import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen, newcombe } from './newcombe.ts';

describe('newcombe', () => {
  // Table II of the paper, method 10: the difference is the first share minus the second.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i minus %i/%i is between %d and %d', (people, of, people2, of2, low, high) => {
    const found = newcombe({ people: people2, of: of2 }, { people, of });
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('knows nothing when a group is empty', () => {
    expect(newcombe({ people: 0, of: 0 }, { people: 5, of: 20 })).toEqual({ value: 0, low: -1, high: 1 });
  });

  it('holds the difference, turns with its sides and narrows with more people', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([of, part]) => ({ people: Math.round(of * part), of }));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const { value, low, high } = newcombe(one, other);
        expect(value).toBeCloseTo(other.people / other.of - one.people / one.of, 12);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(high).toBeGreaterThanOrEqual(value - 1e-12);
        const turned = newcombe(other, one);
        expect(turned.low).toBeCloseTo(-high, 10);
        expect(turned.high).toBeCloseTo(-low, 10);
        const times4 = ({ people, of }: typeof one) => ({ people: people * 4, of: of * 4 });
        const more = newcombe(times4(one), times4(other));
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  it('is right about 95 times in 100 when both wordings do the same, at the sizes we have', () => {
    // Exact: every pair of results of two groups of 30 of whom 40 % leave, weighed by how likely it is.
    const [people, truth] = [30, 0.4];
    const likely = Array.from(
      { length: people + 1 },
      (_, hits) => choose(people, hits) * truth ** hits * 0.6 ** (people - hits),
    );
    let wrong = 0;
    for (let a = 0; a <= people; a++) {
      for (let b = 0; b <= people; b++) {
        if (!isOpen(newcombe({ people: a, of: people }, { people: b, of: people }))) {
          wrong += (likely[a] ?? 0) * (likely[b] ?? 0);
        }
      }
    }
    expect(wrong).toBeGreaterThan(0.03);
    expect(wrong).toBeLessThan(0.06);
  });
});

function choose(n: number, k: number): number {
  return Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, factor) => product * factor, 1);
}
