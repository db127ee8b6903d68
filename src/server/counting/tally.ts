import type { EntryClass } from '#engine';
import type { LeaveReason, StuckRule } from '#recording';

/** What one run amounts to, screens apart. Small, plain JSON, a pure function of the run's events. */
export interface RunTally {
  /** Where the learner is, or was when the run ended. */
  screen: string | null;
  /** `at` up to which time on the screen has been counted. */
  since: number;
  /** The page is hidden, or the run left: time does not count. */
  paused: boolean;
  ending: string | null;
  leave: LeaveReason | null;
  variant: string | null;
  persona: string | null;
  level: string | null;
  stuck: { readonly at: number; readonly rules: readonly StuckRule[]; readonly field: string | null } | null;
  hand: { readonly at: number; readonly screen: string } | null;
  /** Last answer by opinion question. */
  opinions: Record<string, number>;
}

/** What one run met on one screen. */
export interface ScreenTally {
  visits: number;
  /** Gone on from its last visit: to another screen, or to an ending other than giving up. */
  passed: boolean;
  /** Milliseconds in sight, all visits together. */
  dwell: number;
  help: number;
  hints: number;
  stuck: number;
  hands: number;
  back: number;
  timedOut: number;
  inert: number;
  /** Answers of the fake back end, by "operation:outcome". */
  answers: Record<string, number>;
  fields: Record<string, FieldTally>;
}

export interface FieldTally {
  commits: number;
  first: EntryClass | null;
  last: EntryClass | null;
  /** How often, by rule of the form. */
  refused: Record<string, number>;
  /** How often, by mistake id. */
  mistakes: Record<string, number>;
  help: number;
  stuck: number;
  /** Times that something which looked like a real person's was refused. */
  real: number;
}

export function newRunTally(): RunTally {
  return {
    screen: null,
    since: 0,
    paused: false,
    ending: null,
    leave: null,
    variant: null,
    persona: null,
    level: null,
    stuck: null,
    hand: null,
    opinions: {},
  };
}

export function newScreenTally(): ScreenTally {
  return {
    visits: 0,
    passed: false,
    dwell: 0,
    help: 0,
    hints: 0,
    stuck: 0,
    hands: 0,
    back: 0,
    timedOut: 0,
    inert: 0,
    answers: {},
    fields: {},
  };
}

export function newFieldTally(): FieldTally {
  return { commits: 0, first: null, last: null, refused: {}, mistakes: {}, help: 0, stuck: 0, real: 0 };
}
