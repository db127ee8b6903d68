import type { Facts } from './condition.ts';
import type { Persona, SentMessage } from './persona.ts';
import type { Action, Field, Scenario, Screen, Tone } from './scenario/index.ts';
import type { EngineStep, EntryClass } from './step.ts';
import type { RawEntry, Value } from './values.ts';

/**
 * One learner, one scenario, one try: the engine's only public object. It knows no interface and has two clients
 * from the first day: the replica (React) and the test driver.
 */
export interface Run {
  readonly view: RunView;
  /** Called after every change of `view`. Returns how to stop. */
  subscribe(listener: () => void): () => void;

  /** Puts a raw entry in memory and recomputes what shows. Does not judge it. Cells of a grid: `cell` "person.kind.month". */
  enter(field: string, raw: RawEntry, cell?: string): void;
  /** The field was left: judges the entry and says `EntryCommitted` when its value is new. */
  commit(field: string, cell?: string): Assessment;
  /** Presses a button of the screen. Checks fields, moves or calls the fake back end; resolves when all has settled. */
  act(action: string): Promise<void>;
  /** The browser's back button, as the real site would treat it. */
  back(): void;
  /** The browser's reload button: what was entered on this screen is gone, and its data are asked for again. */
  reload(): void;
  /** The idle time of a signed-in screen has run out. */
  timeOut(): void;
  /** The learner leaves: the run ends with `abandon`. */
  leave(): void;
  /**
   * The same scenario, whole, when the run was started on a part of it: the screens around the first one, and the places
   * (`toCome`) to which those lead. The statechart is made again, and the run goes on where it stands.
   */
  complete(scenario: Scenario): void;
  /** The present class of an entry, without saying anything to the stream. */
  assess(field: string, cell?: string): Assessment;
  /** The right answer of a field (or cell) now, or undefined when it has none. For the coach and the test driver. */
  answer(field: string, cell?: string): Value | undefined;
  /** What must be kept to restore this run after a reload: references only, nothing typed (DESIGN §6). */
  reference(): RunReference;
}

export interface RunView {
  readonly screen: Screen | null; // null once ended
  readonly phase: 'loading' | 'ready' | 'calling' | 'ended';
  readonly ending: string | null;
  /** When it ended, by the run's clock, epoch ms. */
  readonly endedAt: number | null;
  readonly facts: Facts;
  /** Screens met, in order, the present one last. */
  readonly trail: readonly string[];
  /** Sentence of the service after a call that stayed here. */
  readonly message: { readonly text: string; readonly tone: Tone; readonly field?: string } | null;
  /** Sentences under fields, by field id (cells: "field/cell"), after a refused send. */
  readonly errors: Readonly<Record<string, string>>;
  /** Data brought by operations, by "service.readStatement". */
  readonly data: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Raw entries of this screen's fields (cells: "field/cell"). */
  readonly entries: Readonly<Record<string, RawEntry>>;
  /** The action called, while `phase` is "calling". */
  readonly pending: string | null;
  /** After a reload: the screen to which the run went back because what was typed there is gone. */
  readonly lost: string | null;
  /** Entries that the service has accepted so far and that are wrong for this persona. */
  readonly silent: readonly SilentError[];
}

/** Accepted by the form, wrong for the persona. */
export interface SilentError {
  readonly screen: string;
  readonly field: string;
  readonly cell?: string;
  /** Recognised mistake, if any. */
  readonly mistake?: string;
}

/** What the engine thinks of one entry. */
export interface Assessment {
  readonly class: EntryClass;
  readonly mistake?: string;
  /** Coach's sentence for that mistake, filled. */
  readonly say?: string;
}

/** Persisted for a reload: ids, choices, and which answers were right. Never a value that was typed. */
export interface RunReference {
  readonly screen: string | null;
  readonly ending: string | null;
  readonly endedAt: number | null;
  readonly facts: Facts;
  readonly trail: readonly string[];
  /** "right" is restored from the persona; "choice" is its ids; "typed" is gone and is asked again. */
  readonly entries: Readonly<
    Record<
      string,
      { readonly as: 'right' } | { readonly as: 'choice'; readonly ids: readonly string[] } | { readonly as: 'typed' }
    >
  >;
  /** Class of each entry by "screen/field" (cells: "screen/field/cell"). */
  readonly classes: Readonly<Record<string, Assessment>>;
  /** The classes at the moment when the service accepted them, by the same keys. */
  readonly accepted: Readonly<Record<string, Assessment>>;
  /** Ordinals of the distinct values tried, by field: how many so far. */
  readonly tries: Readonly<Record<string, number>>;
}

export interface RunOptions {
  readonly scenario: Scenario;
  readonly persona: Persona;
  readonly today: string; // ISO day on which the run began
  readonly now: () => number; // virtual clock, epoch ms
  readonly port: Port;
  readonly onStep: (step: EngineStep) => void;
  /** From `reference()`, after a reload. */
  readonly restore?: RunReference;
  readonly variant?: string | null;
  /** Messages visible now: for answers that stand in one (a code by mail). */
  readonly messages: () => readonly SentMessage[];
}

/** The engine's way out: the replica fills it with `fetch`, tests with the handlers. */
export interface Port {
  call(
    operation: string,
    input: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly outcome: string; readonly data?: Readonly<Record<string, unknown>> }>;
}

/** What the coach needs to point: the next right thing to do on this screen. */
export type NextStep =
  | { readonly do: 'fill'; readonly field: Field; readonly cell?: string }
  | { readonly do: 'press'; readonly action: Action }
  | { readonly do: 'nothing' };
