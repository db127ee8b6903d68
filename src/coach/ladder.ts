import type { HintRung } from '#recording';

/** Time before the next rung may be asked for, unless a new attempt was made. Milliseconds. */
export const rungDelay = 8000;
/** Failures on a spot after which rungs may be skipped. */
export const failuresToSkip = 2;

/** H0 to H3, then H5. The place of H4 (`with-me`, one key at a time) is kept between « how » and « human ». */
export const climbedRungs: readonly HintRung[] = ['reassure', 'where', 'what', 'how', 'human'];

/** The hints given so far on one spot (a field, or a button). */
export interface Ladder {
  /** "screen/field" or "screen!action". */
  readonly spot: string;
  readonly open: boolean;
  /** Last rung shown, null before any. */
  readonly rung: HintRung | null;
  readonly shownAt: number;
  /** Attempts since the last rung. */
  readonly attempts: number;
  /** Attempts that failed on this spot. */
  readonly failures: number;
}

export function ladderAt(spot: string): Ladder {
  return { spot, open: false, rung: null, shownAt: 0, attempts: 0, failures: 0 };
}

/** The rung above, or null at the top. */
export function rungAbove(rung: HintRung | null): HintRung | null {
  const at = rung === null ? -1 : climbedRungs.indexOf(rung);
  return climbedRungs[at + 1] ?? null;
}

/** Milliseconds before the next rung may be asked for; 0 when it may be now. */
export function waitLeft(ladder: Ladder, at: number): number {
  if (ladder.rung === null || ladder.attempts > 0) return 0;
  return Math.max(0, ladder.shownAt + rungDelay - at);
}

export function canSkip(ladder: Ladder): boolean {
  return ladder.failures >= failuresToSkip;
}

/**
 * Shows a rung: the next one, or `to` when skipping. Unchanged when it is too early, when there is none left, or
 * when `to` skips without the failures that allow it. The human way out is never refused.
 */
export function climb(ladder: Ladder, at: number, to?: HintRung): Ladder {
  const above = rungAbove(ladder.rung);
  const rung = to ?? above;
  if (rung === null) return ladder;
  const allowed = rung === 'human' || (rung === above ? waitLeft(ladder, at) === 0 : canSkip(ladder));
  return allowed ? { ...ladder, open: true, rung, shownAt: at, attempts: 0 } : ladder;
}

export function attempt(ladder: Ladder, failed: boolean): Ladder {
  return { ...ladder, attempts: ladder.attempts + 1, failures: ladder.failures + (failed ? 1 : 0) };
}

/** Rungs shown so far on this spot, lowest first. */
export function rungsShown(ladder: Ladder): readonly HintRung[] {
  const count = ladder.rung === null ? 0 : climbedRungs.indexOf(ladder.rung) + 1;
  return climbedRungs.slice(0, count).filter((rung) => rung !== 'human');
}
