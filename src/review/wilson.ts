/** A 95 % interval of a share, both ends between 0 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const z95 = 1.959963984540054;

/**
 * Wilson's score interval for `hits` out of `n`. Chosen because the usual (Wald) interval is wrong for the
 * group sizes we have: it says "0 % to 0 %" when nobody left out of five. With n = 0 nothing is known: 0 to 1.
 */
export function wilson(hits: number, n: number, z: number = z95): Interval {
  if (!Number.isInteger(hits) || !Number.isInteger(n) || hits < 0 || hits > n) {
    throw new RangeError(`wilson: ${hits} out of ${n} is not a share`);
  }
  if (n === 0) return { low: 0, high: 1 };
  const p = hits / n;
  const z2 = z * z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  // At the extremes the exact bound is the share itself; rounding would put it a hair outside.
  return { low: hits === 0 ? 0 : Math.max(0, centre - half), high: hits === n ? 1 : Math.min(1, centre + half) };
}
