/** One line of the bench: ours beside a peer, and whether the budget of the design holds. */
export interface Measure {
  readonly name: string;
  readonly unit: 'ms' | 'events/s' | 's' | 'MB' | 'kB' | '×' | '%';
  readonly ours: number;
  readonly peer: number | null;
  /** What the peer is, in a few words. */
  readonly beside: string | null;
  readonly ratio: number | null;
  readonly budget: string;
  readonly ok: boolean;
}

/** The middle value. Of nothing: NaN, which no budget accepts. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The highest value: what « each time » is judged by. Of nothing: NaN, which no budget accepts. */
export const worst = (values: readonly number[]): number => quantile(values, 1);

/** Quantile by linear interpolation between the two nearest values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/**
 * Runs the ways in turn, round after round, so that a busy moment of the machine falls on all of them; the first way
 * of a round changes each time. Returns each way's figures.
 */
export async function interleave<Way extends string, Figure>(
  rounds: number,
  ways: Readonly<Record<Way, () => Promise<Figure>>>,
): Promise<Record<Way, Figure[]>> {
  const names = Object.keys(ways) as Way[];
  const figures = Object.fromEntries(names.map((name) => [name, [] as Figure[]])) as Record<Way, Figure[]>;
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] as Way;
      figures[name].push(await ways[name]());
    }
  return figures;
}

/** A measure whose budget is a ratio to the peer: at most, or at least. */
export function beside(
  name: string,
  unit: Measure['unit'],
  ours: number,
  peer: number,
  what: string,
  limit: { readonly atMost: number } | { readonly atLeast: number },
): Measure {
  const ratio = ours / peer;
  const [sign, bound] = 'atMost' in limit ? ['≤', limit.atMost] : ['≥', limit.atLeast];
  const ok = 'atMost' in limit ? ratio <= limit.atMost : ratio >= limit.atLeast;
  return { name, unit, ours, peer, beside: what, ratio, budget: `${sign} ${bound} ×`, ok };
}

/** A measure whose budget is a figure. */
export function within(name: string, unit: Measure['unit'], ours: number, atMost: number): Measure {
  return { name, unit, ours, peer: null, beside: null, ratio: null, budget: `≤ ${atMost} ${unit}`, ok: ours <= atMost };
}

/** A measure that no budget judges, unless it is missing. */
export function told(name: string, unit: Measure['unit'], ours: number): Measure {
  return { ...within(name, unit, ours, Number.POSITIVE_INFINITY), budget: 'told' };
}
