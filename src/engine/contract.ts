import type { Duration } from './duration.ts';
import type { ValueKind } from './values.ts';

/**
 * The contract of one fake back end: every operation, its input and every outcome. It is data, so that
 * `check` and `play` can read it without the handlers.
 */
export interface ServiceContract {
  readonly service: string;
  readonly operations: Readonly<Record<string, OperationContract>>;
  /**
   * Outcomes that any operation may answer with (an outage, maintenance); `sessionExpired` only those
   * that need a session. Scenarios handle them once, in `service.yaml` → `always`.
   */
  readonly common: Readonly<Record<string, OutcomeContract>>;
}

export interface OperationContract {
  readonly session: boolean;
  readonly input: Readonly<Record<string, InputContract>>;
  readonly outcomes: Readonly<Record<string, OutcomeContract>>;
}

export interface InputContract {
  readonly kind: ValueKind | 'grid';
  readonly optional?: boolean;
}

export interface OutcomeContract {
  readonly status: number;
  /** The outcome that a person with every right answer meets. Exactly one an operation. */
  readonly success?: boolean;
  /** Names of what comes with it. */
  readonly data?: readonly string[];
  readonly recipe: Recipe;
}

/** How `play` reaches an outcome through the real handlers: a world preset, an input, a jump of the clock. */
export interface Recipe {
  /** Named changes of the world, in order (`world.ts` → `presets`). */
  readonly presets?: readonly string[];
  /** Input by name; "right" takes the answer, "wrong" another well-formed value. Others stay right. */
  readonly input?: Readonly<Record<string, 'right' | 'wrong' | 'empty' | { readonly value: unknown }>>;
  readonly jump?: Duration;
  /** Reachable only for these personas (a provisional number); default: any. */
  readonly personas?: readonly string[];
}
