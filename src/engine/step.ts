/**
 * What the engine says happened, in the past tense, ids only. `recording` wraps each in an envelope; the coach
 * reads the same stream.
 */
export type EngineStep =
  | { readonly type: 'ScreenShown'; readonly screen: string }
  /** A field was left, or sent, with a new value: its class, never the value (DESIGN §13.7). */
  | {
      readonly type: 'EntryCommitted';
      readonly screen: string;
      readonly field: string; // a grid cell is "field/person.kind.month"
      readonly class: EntryClass;
      /** Mistake id when class is "mistake". */
      readonly mistake?: string;
      /** Which distinct value of this field it is: 1, 2, 1 shows oscillation. */
      readonly ordinal: number;
    }
  /** The form itself refused to go on. */
  | {
      readonly type: 'EntryRefused';
      readonly screen: string;
      readonly field: string;
      readonly rule: 'empty' | 'malformed' | 'rules';
    }
  | { readonly type: 'ActionTaken'; readonly screen: string; readonly action: string }
  | {
      readonly type: 'OperationAnswered';
      readonly screen: string;
      readonly operation: string;
      readonly outcome: string;
    }
  | { readonly type: 'WentBack'; readonly screen: string }
  | { readonly type: 'TimedOut'; readonly screen: string }
  | { readonly type: 'RunEnded'; readonly screen: string; readonly ending: string };

export type EntryClass = 'empty' | 'right' | 'mistake' | 'other';
