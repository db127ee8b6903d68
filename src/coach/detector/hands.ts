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
/** A silence shorter than this is never one, whoever the person is. A paper may have to be fetched. */
const floor: Readonly<Record<Gap, number>> = { look: 75_000, think: 45_000, type: 60_000, read: 120_000 };

/** How many times their own usual gap a silence must last (reference: 3). */
const times = 5;
/** And how many times the longest of their gaps that ended well. */
const beyond = 2;
/** Samples of all kinds from which the person's own pace is trusted (reference: 8). */
const warm = 8;
/** Samples kept by kind: pace may change in a session. */
const kept = 12;

export interface Hands {
  /** Own gap ÷ usual gap, latest last, by kind. */
  readonly ratios: Readonly<Record<Gap, readonly number[]>>;
}

export const newHands: Hands = { ratios: { look: [], think: [], type: [], read: [] } };

/** Adds a gap that ended in an act. Clamped, so that a phone call does not make a person « slow ». */
export function sample({ ratios }: Hands, gap: Gap, ms: number): Hands {
  const ratio = Math.min(12, Math.max(0.2, ms / usual[gap]));
  return { ratios: { ...ratios, [gap]: [...ratios[gap], ratio].slice(-kept) } };
}

/**
 * Own pace for a kind of gap: 1 is usual, 2 is twice as slow. Drawn towards the pace of all kinds together, and that
 * one towards 1, while samples are few.
 */
export function pace({ ratios }: Hands, gap: Gap): number {
  const all = Object.values(ratios).flat();
  const overall = drawn(Math.log(median(all)), all.length, 0);
  return Math.exp(drawn(Math.log(median(ratios[gap])), ratios[gap].length, overall));
}

/** Silence from which this person's gap of this kind is long, ms: some times their own, never under the floor. */
export function longSilence(hands: Hands, gap: Gap): number {
  const caution = Object.values(hands.ratios).flat().length < warm ? 1.4 : 1;
  const longest = Math.max(0, ...hands.ratios[gap]) * usual[gap];
  return Math.round(Math.max(floor[gap], times * usual[gap] * pace(hands, gap), beyond * longest) * caution);
}

function drawn(log: number, samples: number, towards: number): number {
  return (log * samples + towards * 3) / (samples + 3);
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 1;
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
}
