import type { OperationContract, Persona, ServiceContract } from '#engine';

/** What the fake back end answers to one operation. `data` never holds anything that the learner typed. */
export interface Answer<Outcome extends string = string> {
  readonly outcome: Outcome;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * One call, as a handler sees it. The world is a private copy: a handler changes it in place. Of the input, only names
 * that the contract has can be read; what comes under them is not known yet, and may be missing.
 */
export interface OperationCall<World, Input extends string = never> {
  readonly world: World;
  readonly input: { readonly [Name in Input]?: unknown };
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

/** What the handler of an operation is called with, its input as the contract names it. */
export type CallOf<World, Operation extends OperationContract> = OperationCall<
  World,
  Extract<keyof Operation['input'], string>
>;

/** What it may answer: an outcome of its contract. The common ones (an outage …) are never a handler's. */
export type AnswerOf<Operation extends OperationContract> = Answer<Extract<keyof Operation['outcomes'], string>>;

/** One function an operation: a misspelt input or outcome, one too few or one too many do not compile. */
export type Handlers<World, Operations extends ServiceContract['operations']> = {
  readonly [Name in keyof Operations]: (call: CallOf<World, Operations[Name]>) => AnswerOf<Operations[Name]>;
};

/** One fake back end: its contract as data, its world, and one function an operation. */
export interface FakeService<World, Contract extends ServiceContract = ServiceContract> {
  readonly contract: Contract;
  /** The world at the start of a run. Plain JSON. */
  readonly seed: (persona: Persona, run: { readonly today: string; readonly now: number }) => World;
  /** Named changes of the world: how recipes put an outcome within reach. */
  readonly presets: Readonly<
    Record<string, (world: World, run: { readonly now: number; readonly persona: Persona }) => void>
  >;
  /** Whether the session that this operation needs is open; called before every operation with `session: true`. */
  readonly hasSession: (world: World, now: number, operation: string) => boolean;
  readonly closeSession: (world: World) => void;
  readonly operations: Handlers<World, Contract['operations']>;
}
