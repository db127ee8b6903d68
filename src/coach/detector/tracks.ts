import type { EntryClass } from '#engine';

/** What happened on one field since its last right entry. */
export interface Track {
  /** Same refusal, or same recognised mistake, in a row: "refused:malformed", "mistake:digits-15", "other". */
  readonly error: string | null;
  readonly inARow: number;
  readonly errorAt: number;
  /** Ordinals of the distinct values committed, in order. */
  readonly ordinals: readonly number[];
  /** Returns to a value left before: A, B, A. */
  readonly swings: number;
  readonly optionChanges: number;
  readonly erasures: number;
  /** The error that stood when help was given. */
  readonly helpedOn: string | null;
  /** That error came again after the help. */
  readonly sameAfterHelp: boolean;
}

export const newTrack: Track = {
  error: null,
  inARow: 0,
  errorAt: Number.NEGATIVE_INFINITY,
  ordinals: [],
  swings: 0,
  optionChanges: 0,
  erasures: 0,
  helpedOn: null,
  sameAfterHelp: false,
};

/** Presses closer than this are one: older and shaky hands double-click. Milliseconds. */
export const oneGesture = 1000;

/** An attempt on the field that was not right. */
export function failed(track: Track, error: string, at: number): Track {
  if (error === track.error && at - track.errorAt < oneGesture) return track;
  return {
    ...track,
    error,
    errorAt: at,
    inARow: error === track.error ? track.inARow + 1 : 1,
    sameAfterHelp: track.sameAfterHelp || (track.helpedOn !== null && track.helpedOn === error),
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
  return found === 'empty' ? next : failed(next, found === 'mistake' ? `mistake:${mistake}` : 'other', at);
}

/** Help was given about the field: what stood wrong then must not come again. */
export function helped(track: Track): Track {
  return { ...track, helpedOn: track.error };
}
