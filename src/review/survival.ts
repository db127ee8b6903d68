/**
 * How long people took, counted in fixed buckets. `passed[i]` went on after a time in bucket i; `left[i]` stopped
 * there, after a time in bucket i, without going on: the time they would have needed is only known to be longer.
 */
export interface TimeCounts {
  /** Upper edges in ms, ascending; the last bucket has none, so there is one edge less than buckets. */
  readonly edges: readonly number[];
  readonly passed: readonly number[];
  readonly left: readonly number[];
}

/** A time known to the width of its bucket, in ms; `to` is null in the last one. */
export interface TimeRange {
  readonly from: number;
  readonly to: number | null;
}

/**
 * Kaplan-Meier: share of people who still need more time after each bucket, leavers censored. Dropping the leavers
 * instead would show only the fast ones. Within a bucket those who passed are taken to pass before those who left
 * leave (the usual convention).
 */
export function survival(counts: TimeCounts): readonly number[] {
  const { edges, passed, left } = counts;
  if (passed.length !== edges.length + 1 || left.length !== passed.length) {
    throw new RangeError('survival: there must be one bucket more than edges');
  }
  let atRisk = sum(passed) + sum(left);
  let share = 1;
  return passed.map((done, i) => {
    if (atRisk > 0) share *= 1 - done / atRisk;
    atRisk -= done + (left[i] ?? 0);
    return share;
  });
}

/**
 * The bucket in which half of the people have passed. Null when less than half are ever seen to pass: the median is
 * then longer than anything observed, and inventing one would flatter the screen.
 */
export function medianTime(counts: TimeCounts): TimeRange | null {
  const shares = survival(counts);
  const i = shares.findIndex((share) => share <= 0.5);
  if (i < 0 || sum(counts.passed) === 0) return null;
  return { from: i === 0 ? 0 : (counts.edges[i - 1] ?? 0), to: counts.edges[i] ?? null };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
