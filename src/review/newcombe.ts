import { wilson } from './wilson.ts';

/** A share: so many people out of so many. */
export interface Share {
  readonly people: number;
  readonly of: number;
}

/** The difference of two shares, second minus first, between −1 and 1, with its 95 % interval. */
export interface Difference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Newcombe's hybrid score interval for the difference of two independent shares: « method 10 », without continuity
 * correction, of R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17 (1998), 873–890. It is made of the two Wilson intervals, so it fits with
 * those shown beside it, and stays honest with small groups and at 0 % or 100 %. Nobody in a group: nothing is known.
 */
export function newcombe(first: Share, second: Share): Difference {
  if (first.of === 0 || second.of === 0) return { value: 0, low: -1, high: 1 };
  const [a, b] = [first.people / first.of, second.people / second.of];
  const [ofA, ofB] = [wilson(first.people, first.of), wilson(second.people, second.of)];
  const value = b - a;
  return {
    value,
    low: Math.max(-1, value - Math.hypot(b - ofB.low, ofA.high - a)),
    high: Math.min(1, value + Math.hypot(ofB.high - b, a - ofA.low)),
  };
}

/** Whether the interval holds 0: then nothing may be concluded, not even that there is no difference. */
export function isOpen({ low, high }: Difference): boolean {
  return low <= 0 && high >= 0;
}
