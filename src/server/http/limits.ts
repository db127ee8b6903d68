/** How many requests an address may make, gently: a whole classroom shares one. */
export interface Limits {
  /** Takes one away; false when there is none left. */
  allows(address: string): boolean;
}

/** A bucket per address: `burst` at once, then `perSecond`. Emptied of those that are full again, so it stays small. */
export function createLimits(perSecond: number, burst: number, now: () => number): Limits {
  const buckets = new Map<string, { left: number; at: number }>();
  let swept = now();
  const refill = (bucket: { left: number; at: number }, at: number): void => {
    bucket.left = Math.min(burst, bucket.left + (Math.max(0, at - bucket.at) * perSecond) / 1000);
    bucket.at = at;
  };
  return {
    allows(address) {
      const at = now();
      if (at - swept > 60_000) {
        swept = at;
        for (const [key, bucket] of buckets) {
          refill(bucket, at);
          if (bucket.left >= burst) buckets.delete(key);
        }
      }
      const bucket = buckets.get(address) ?? { left: burst, at };
      buckets.set(address, bucket);
      refill(bucket, at);
      if (bucket.left < 1) return false;
      bucket.left -= 1;
      return true;
    },
  };
}
