/**
 * How fast this person is, learnt from the gaps between their own events: slow hands are not a difficulty. Gaps are
 * compared with what is usual for the same kind of gap, so that samples of all kinds add up.
 */

/** What a silence is measured against. */
export type Gap =
  | 'look' // a page has come up, nothing was done on it yet
  | 'think' // in a field before the first key, or between two fields
  | 'type' // between the first key and leaving the field
  | 'read'; // a paper, a message or a hint is open

/** Usual length of a gap, ms: the group's, until the person's own are known. */
const usual: Readonly<Record<Gap, number>> = { look: 12_000, think: 6000, type: 12_000, read: 15_000 };
/** A silence shorter than this is never one, whoever the person is. */
const floor: Readonly<Record<Gap, number>> = { look: 36_000, think: 20_000, type: 40_000, read: 75_000 };

/** Samples from which the person's own pace is trusted (reference: 8). */
const warm = 8;
/** Samples kept: pace may change in a session. */
const kept = 24;

export interface Hands {
  /** Own gap ÷ usual gap, latest last. */
  readonly ratios: readonly number[];
}

export const newHands: Hands = { ratios: [] };

/** Adds a gap that ended in an act. Clamped, so that a phone call does not make a person « slow ». */
export function sample(hands: Hands, gap: Gap, ms: number): Hands {
  const ratio = Math.min(5, Math.max(0.2, ms / usual[gap]));
  return { ratios: [...hands.ratios, ratio].slice(-kept) };
}

/** Own pace: 1 is usual, 2 is twice as slow. Drawn towards 1 while samples are few. */
export function pace({ ratios }: Hands): number {
  if (ratios.length === 0) return 1;
  const sorted = [...ratios].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 1;
  return Math.exp((Math.log(median) * ratios.length) / (ratios.length + 2));
}

/** Silence from which this person's gap of this kind is long, ms: 3 × their own, never under the floor. */
export function longSilence(hands: Hands, gap: Gap): number {
  const caution = hands.ratios.length < warm ? 1.4 : 1;
  return Math.max(floor[gap], 3 * usual[gap] * pace(hands)) * caution;
}
