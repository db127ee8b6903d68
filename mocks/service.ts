import type { Persona, ServiceContract } from '#engine';

/** What the fake back end answers to one operation. `data` never holds anything that the learner typed. */
export interface Answer {
  readonly outcome: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** One call, as a handler sees it. The world is a private copy: a handler changes it in place. */
export interface OperationCall<World> {
  readonly world: World;
  readonly input: Readonly<Record<string, unknown>>;
  readonly persona: Persona;
  /** Day on which the run began, ISO. */
  readonly today: string;
  /** Epoch ms on the run's clock. */
  readonly now: number;
  /** So many digits, always the same for the same seed and the same moment of the run. */
  readonly digits: (count: number) => string;
  /** Sends a message of the scenario; `vars` fill its template. */
  readonly send: (template: string, vars: Readonly<Record<string, string>>) => void;
  /**
   * A value to remember until the page is closed, and no longer: what a person invented (a new password) is
   * compared with what they type next, and must never reach the world, which is written to the device.
   */
  readonly memory: Map<string, string>;
}

/** One fake back end: its contract as data, its world, and one function an operation. */
export interface FakeService<World> {
  readonly contract: ServiceContract;
  /** The world at the start of a run. Plain JSON. */
  readonly seed: (persona: Persona, run: { readonly today: string; readonly now: number }) => World;
  /** Named changes of the world: how recipes put an outcome within reach. */
  readonly presets: Readonly<
    Record<string, (world: World, run: { readonly now: number; readonly persona: Persona }) => void>
  >;
  /** Whether the session that this operation needs is open; called before every operation with `session: true`. */
  readonly hasSession: (world: World, now: number, operation: string) => boolean;
  readonly closeSession: (world: World) => void;
  readonly operations: Readonly<Record<string, (call: OperationCall<World>) => Answer>>;
}
