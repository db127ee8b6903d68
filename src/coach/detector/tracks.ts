import type { EntryClass } from '#engine';

/** The same thing going wrong again and again. */
interface Streak {
  readonly error: string | null;
  readonly inARow: number;
  readonly at: number;
}

/** What happened on one field since its last right entry. */
export interface Track {
  /** What the entries were: "mistake:digits-15", or "other" when nothing recognises them. */
  readonly entry: Streak;
  /** What the form said of them: "refused:malformed". */
  readonly refusal: Streak;
  /** Ordinals of the distinct values committed, in order. */
  readonly ordinals: readonly number[];
  /** Returns to a value left before: A, B, A. */
  readonly swings: number;
  readonly optionChanges: number;
  readonly erasures: number;
  /** The errors that stood when help was given. */
  readonly helpedOn: readonly string[];
  /** One of them came again after the help. */
  readonly sameAfterHelp: boolean;
}

const noStreak: Streak = { error: null, inARow: 0, at: Number.NEGATIVE_INFINITY };

export const newTrack: Track = {
  entry: noStreak,
  refusal: noStreak,
  ordinals: [],
  swings: 0,
  optionChanges: 0,
  erasures: 0,
  helpedOn: [],
  sameAfterHelp: false,
};

/** Presses closer than this are one: older and shaky hands double-click. Milliseconds. */
export const oneGesture = 1000;

/** An attempt on the field that was not right. */
export function failed(track: Track, kind: 'entry' | 'refusal', error: string, at: number): Track {
  const streak = track[kind];
  const same = error === streak.error;
  if (same && at - streak.at < oneGesture) return track;
  return {
    ...track,
    [kind]: { error, at, inARow: same ? streak.inARow + 1 : 1 },
    sameAfterHelp: track.sameAfterHelp || track.helpedOn.includes(error),
  };
}

/** A value was committed: a right one wipes the slate. */
export function committed(
  track: Track,
  found: EntryClass,
  mistake: string | undefined,
  ordinal: number,
  at: number,
): Track {
  if (found === 'right') return newTrack;
  const { ordinals } = track;
  const swung = ordinals.length >= 2 && ordinals.at(-2) === ordinal && ordinals.at(-1) !== ordinal;
  const next = { ...track, ordinals: [...ordinals, ordinal].slice(-12), swings: track.swings + (swung ? 1 : 0) };
  // An emptied field is on its way to something: not an attempt.
  return found === 'empty' ? next : failed(next, 'entry', found === 'mistake' ? `mistake:${mistake}` : 'other', at);
}

/** Help was given about the field: what stood wrong then must not come again. */
export function helped(track: Track): Track {
  return { ...track, helpedOn: [track.entry.error, track.refusal.error].filter((error) => error !== null) };
}
