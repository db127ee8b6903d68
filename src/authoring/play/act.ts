import type { Duration, RawEntry } from '#engine';
import type { ExampleSource } from '../schema/index.ts';

/** One thing done in a run, or found true of it: all of them, in order, are enough to do it again by hand. */
export type Act =
  | { readonly do: 'type'; readonly field: string; readonly cell?: string; readonly raw: RawEntry }
  | { readonly do: 'press'; readonly action: string }
  | { readonly do: 'back' }
  | { readonly do: 'idle' }
  | { readonly do: 'wait'; readonly duration: Duration }
  | { readonly do: 'world'; readonly world: readonly string[] }
  | { readonly do: 'expect'; readonly expected: Expectation };

export type Expectation = Extract<NonNullable<ExampleSource['do']>[number], { expect: unknown }>['expect'];
