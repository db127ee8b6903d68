import type { RawEntry } from './values.ts';

/**
 * Conditions are data, never code. A plain record is "all of these facts have this value (or one of these)":
 * `{ situation: couple }`, `{ ressources: [salaire, chomage] }`.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly [fact: string]: string | boolean | readonly string[] };

/**
 * The closed facts that conditions may read: choices made (ids of options; a tick is "oui" or "non"; several
 * choices are a list), traits of the persona, the last outcome of an operation (`service.signIn: locked`),
 * `edition`, `ending`, and `silent:<screen>/<field>` ("oui") once a run has ended.
 */
export type Facts = Readonly<Record<string, string | readonly string[]>>;

/** A test on what was entered in one field, used to recognise a mistake. All keys given must hold. */
export interface EntryTest {
  readonly empty?: boolean;
  /** Exactly this many digits, spaces aside. */
  readonly digits?: number;
  readonly fewerDigits?: number;
  readonly moreDigits?: number;
  readonly startsWith?: readonly string[];
  readonly contains?: string;
  /** Same value as this item of the persona's papers: the gross pay instead of the net social amount. */
  readonly same?: AnswerSource;
  readonly is?: RawEntry;
  readonly malformed?: boolean;
  readonly zero?: boolean;
}

/** Where a right answer comes from: a closed set of derivations over papers and messages. */
export type AnswerSource =
  | { readonly value: string | number | boolean | readonly string[] }
  | {
      readonly paper: string;
      readonly item: string;
      /** For a monthly series: months from today's. */
      readonly month?: number;
      /** Keep only the first n characters. */
      readonly first?: number;
      readonly round?: 'euro';
    }
  | { readonly message: string; readonly item: string }
  | { readonly sum: readonly AnswerSource[] }
  | { readonly document: string }
  /** What was typed on another screen, "screen/field": a password chosen there, an address to repeat. */
  | { readonly entry: string }
  /** The first of these that leads to a value. */
  | { readonly firstOf: readonly AnswerSource[] }
  /** Any value does, as long as it passes the field's own rules (a new password, DESIGN §13.11). */
  | { readonly invented: true };
