import type { Persona } from '#engine';
import type { TestRun } from './run.ts';

type Inputs = Readonly<Record<string, unknown>>;

/** Somebody who calls a fake service in the tests of its contract, and what this person's papers say. */
export interface Caller {
  readonly persona: Persona;
  /** What a person with every right answer sends, by the name of the input. Codes are read in the mailbox. */
  readonly right: Inputs;
  /** Where an operation means something else by the same name. */
  readonly rightFor?: Readonly<Record<string, Inputs>>;
}

/** What `mocks/contracts.test.ts` needs to reach each outcome of a service by its recipe: `mocks/<service>/testing.ts`. */
export interface ServiceRights extends Caller {
  /** Well-formed values that are not right. */
  readonly wrong: Inputs;
  /** Those of whom recipes speak by name (`personas: [karim]`), when it is not the usual caller. */
  readonly others?: Readonly<Record<string, Caller>>;
  /** Brings a run to where an operation is called. */
  readonly before?: (run: TestRun, operation: string) => Promise<void>;
}
