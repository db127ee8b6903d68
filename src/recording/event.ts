import type { EngineStep } from '#engine';

/**
 * The closed vocabulary of what is recorded. Past tense, ids only: no member has a place for words that a
 * person typed. `events.json` is derived from this file and committed; CI fails when it drifts.
 *
 * Every string is an identifier of the published scenario (screen, field, action, outcome, mistake, paper …)
 * or a member of a closed list below. The server refuses any other.
 */
export interface Envelope {
  /** 128-bit id of the run, 32 hex digits, made on the device. */
  readonly run: string;
  /** 0, 1, 2 … without gaps within a run. (run, seq) is the key: sent twice, it counts once. */
  readonly seq: number;
  /** Milliseconds since the run began, device clock; never goes down. */
  readonly at: number;
}

export type RunEvent = Envelope & Happening;

export type Happening = EngineStep | RunStep | DeskStep | CoachStep | OpinionStep;

/** The run itself. */
export type RunStep =
  | {
      readonly type: 'RunStarted';
      /** "service/procedure@0123456789ab" */
      readonly scenario: string;
      readonly persona: string;
      readonly variant: string | null;
      readonly level: HelpLevel;
      readonly conditions: readonly RunCondition[];
      readonly screenSize: 'phone' | 'tablet' | 'desktop';
      readonly pointer: 'touch' | 'mouse' | 'keyboard';
    }
  | { readonly type: 'RunResumed' } // after a reload, or another day
  | { readonly type: 'EntriesLost'; readonly screen: string } // a reload sent the learner back to this screen
  | { readonly type: 'RunLeft'; readonly screen: string; readonly reason: LeaveReason }
  | { readonly type: 'RunReset' }
  | { readonly type: 'ClockJumped'; readonly ms: number };

/** What happens on the desk, around the replica. */
export type DeskStep =
  | { readonly type: 'PaneOpened'; readonly pane: Pane }
  | { readonly type: 'PaperOpened'; readonly paper: string }
  | { readonly type: 'MessageOpened'; readonly message: string } // template id
  | { readonly type: 'FieldEntered'; readonly screen: string; readonly field: string } // focus
  | { readonly type: 'TypingStarted'; readonly screen: string; readonly field: string } // first key after focus
  | { readonly type: 'FieldErased'; readonly screen: string; readonly field: string } // ≥ 60 % of its value at once
  | { readonly type: 'OptionChanged'; readonly screen: string; readonly field: string } // a choice was changed again
  | {
      readonly type: 'InertClicked';
      readonly screen: string;
      readonly target: 'text' | 'image' | 'disabled' | 'menu' | 'window';
    }
  | { readonly type: 'PageHidden' } // out of sight, or set aside by the learner (« Mettre l’exercice en pause »)
  | { readonly type: 'PageShown' }
  | { readonly type: 'RealDataRefused'; readonly screen: string; readonly field: string; readonly looksLike: RealData };

/** Help asked or given. */
export type CoachStep =
  | { readonly type: 'HelpOpened'; readonly screen: string; readonly field: string | null }
  | { readonly type: 'HelpClosed'; readonly screen: string }
  | {
      readonly type: 'HintShown';
      readonly screen: string;
      readonly field: string | null;
      readonly rung: HintRung;
      readonly asked: boolean;
    }
  | { readonly type: 'LevelChanged'; readonly level: HelpLevel; readonly by: 'learner' | 'coach' | 'trainer' }
  | { readonly type: 'HandRaised'; readonly screen: string }
  | { readonly type: 'HandLowered'; readonly screen: string }
  /** Derived by the detector on the device; ignored when episodes are recomputed (DESIGN §13.10). */
  | {
      readonly type: 'StuckOpened';
      readonly screen: string;
      readonly field: string | null;
      readonly rules: readonly StuckRule[];
    }
  | { readonly type: 'StuckClosed'; readonly screen: string; readonly field: string | null };

/** The end-of-procedure questions, asked on leaving too. */
export type OpinionStep = {
  readonly type: 'OpinionGiven';
  readonly question: 'how-it-went' | 'how-clear' | 'ready-for-real';
  readonly answer: 1 | 2 | 3 | 4 | 5;
};

export const helpLevels = [
  'montre-moi',
  'guide-moi',
  'je-complete',
  'je-demande',
  'tout-seul',
  'comme-en-vrai',
] as const;
/** Levels 0 to 5 of DESIGN §7. Offered so far: guide-moi, je-demande, tout-seul. */
export type HelpLevel = (typeof helpLevels)[number];

export const runConditions = ['slow', 'outage', 'maintenance', 'session-expires'] as const;
/** Weather that can be switched on for a run. */
export type RunCondition = (typeof runConditions)[number];

export const leaveReasons = ['done-for-today', 'stuck', 'other', 'unsaid'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

export const panes = ['site', 'papers', 'phone', 'mail', 'letters', 'coach'] as const;
export type Pane = (typeof panes)[number];

export const hintRungs = ['reassure', 'where', 'what', 'how', 'with-me', 'human'] as const;
/** H0 to H5 of the hint ladder. */
export type HintRung = (typeof hintRungs)[number];

export const stuckRules = [
  'same-rule-again', // R1
  'oscillation', // R2
  'long-silence', // R3
  'inert-clicks', // R4
  'wandering', // R5
  'help-then-same-error', // R6
  'stuck-on-send', // R7
] as const;
export type StuckRule = (typeof stuckRules)[number];

export const realData = ['nir', 'iban', 'card', 'fiscal', 'foreigner', 'phone', 'email', 'plate'] as const;
export type RealData = (typeof realData)[number];
