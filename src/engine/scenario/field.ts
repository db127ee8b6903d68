import type { AnswerSource, Condition, EntryTest } from '../condition.ts';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

interface FieldBase {
  readonly kind: 'field';
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly when?: Condition;
  /** Glossary term of what is asked; how the solver finds it without reading `answer`. */
  readonly asks?: string;
  readonly answer?: AnswerSource;
  /** Why there is no answer to give (a search box, a remember-me tick). */
  readonly noAnswer?: string;
  readonly skill?: string;
  readonly coach: Coaching;
  /** Sentences of the service; the engine's own when absent. */
  readonly errors?: { readonly empty?: string; readonly malformed?: string };
  /** Path in loaded data: "service.readStatement/figures". */
  readonly prefill?: string;
}

export type Field = FieldBase &
  (
    | { readonly input: 'text' | 'email' | 'phone' | 'reference'; readonly length?: number }
    | { readonly input: 'digits' | 'nir'; readonly digits?: number }
    | { readonly input: 'code'; readonly digits: number }
    /** `total`: what is asked is the sum over the papers of the month, for the solver. */
    | { readonly input: 'amount'; readonly cents: boolean; readonly total?: boolean }
    /** A whole number; `unit` is drawn after the input (« heures »). */
    | { readonly input: 'number'; readonly unit?: string; readonly total?: boolean }
    | { readonly input: 'date'; readonly boxes: 1 | 3 }
    | { readonly input: 'password' }
    | { readonly input: 'new-password'; readonly rules: readonly PasswordRule[] }
    /** `buttons`: one press chooses, as on a banner. */
    | { readonly input: 'choice'; readonly options: readonly Option[]; readonly look: 'radio' | 'select' | 'buttons' }
    | { readonly input: 'yes-no' }
    | { readonly input: 'choices'; readonly options: readonly Option[] }
    | { readonly input: 'tick' }
    /** A suggestion must be clicked: typing alone is empty. */
    | { readonly input: 'typeahead'; readonly options: readonly Option[]; readonly noMatch?: string }
    | { readonly input: 'file'; readonly accept: readonly string[]; readonly maxMegabytes: number }
    | GridShape
    /** Proof of being a person. `challenge` is drawn; `spoken` is its accessible way. */
    | { readonly input: 'captcha'; readonly challenge: string; readonly spoken: string }
  );

export type PasswordRule = { readonly say: string } & (
  | { readonly min: number }
  | { readonly has: 'digit' | 'upper' | 'lower' | 'special' }
);

/**
 * Amounts by person, kind and month: one field, many cells. A cell's key is "person.kind.month" ("amina.salaires.-2");
 * its raw entry is a string. `months` are counted from today's, oldest first.
 */
export interface GridShape {
  readonly input: 'grid';
  readonly people: readonly string[] | 'adults'; // ids, or every adult of the household
  readonly kinds: readonly Option[];
  readonly months: readonly number[];
  readonly cents: boolean;
  /** Right amount of each cell that has one, by "person.kind" or "person.kind.month"; other cells: blank is right. */
  readonly cells: Readonly<Record<string, AnswerSource>>;
}

/** What the coach can say about a field, an action or a screen. Every sentence is short and plain. */
export interface Coaching {
  /** What to do, in one sentence. */
  readonly ask?: string;
  readonly why?: string;
  /** The paper (and item) to look at. */
  readonly look?: {
    readonly paper?: string;
    readonly item?: string;
    readonly month?: number;
    readonly message?: string;
  };
  /** How, with an example from another household. */
  readonly how?: string;
  readonly mistakes?: readonly Mistake[];
}

export interface Mistake {
  /** Permanent id, in events. */
  readonly id: string;
  readonly when: EntryTest;
  readonly say: string;
}
