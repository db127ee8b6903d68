/** Seeded chance for simulated learners: the same seed gives the same people. */
export interface Chance {
  /** In [0, 1). */
  readonly unit: () => number;
  readonly whether: (probability: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
  /** Log-normal around a median. */
  readonly around: (median: number, sigma: number) => number;
  /** Exponential. */
  readonly waiting: (mean: number) => number;
}

/** mulberry32. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    whether: (probability) => unit() < probability,
    pick: <T>(choices: readonly T[]) => choices[Math.floor(unit() * choices.length)] as T,
    around: (median, sigma) => median * Math.exp(sigma * normal()),
    waiting: (mean) => -mean * Math.log(1 - unit()),
  };
}
