/**
 * What a field can hold, in its one normal form (DESIGN §13.6): amounts are integer cents, dates are ISO
 * strings, numbers of identity are strings. Blank is `null`, and is never zero.
 */
export type Value = string | number | boolean | readonly string[] | null;

/** Kinds of value shared by fields, papers, operations and the solver. */
export type ValueKind =
  | 'text' // any words; compared without case, accents or double spaces
  | 'digits' // a number of identity: kept as a string of digits
  | 'reference' // a number of letters and digits, as on a plate: capitals, neither blanks nor dashes
  | 'nir' // 13 characters, Corsica's 2A and 2B included
  | 'amount' // integer cents
  | 'number' // a whole number of something: hours, days
  | 'date' // ISO "2026-11-21"
  | 'month' // ISO "2026-11"
  | 'choice' // the id of an option
  | 'choices' // sorted ids of options
  | 'tick' // true or false
  | 'secret' // a password: compared as it is
  | 'code' // a one-time code, digits kept as a string
  | 'email'
  | 'phone'
  | 'document'; // the id of one of the persona's documents

/** What the learner's hands produced, before it is read: memory only, never stored (DESIGN §6). */
export type RawEntry = string | boolean | readonly string[];

/** The result of reading a raw entry as a kind of value. */
export type Reading =
  | { readonly state: 'empty' }
  | { readonly state: 'read'; readonly value: Exclude<Value, null> }
  | { readonly state: 'malformed' };
