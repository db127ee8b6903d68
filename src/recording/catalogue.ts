import catalogue from './events.json' with { type: 'json' };

/** What stands in one property of an event. There is no member for free text. */
export type Shape = { readonly optional?: boolean; readonly nullable?: boolean } & (
  | { readonly is: 'id'; readonly of: IdKind }
  | { readonly is: 'one-of'; readonly values: readonly (string | number)[] }
  | { readonly is: 'some-of'; readonly values: readonly (string | number)[] }
  | { readonly is: 'count' } // a safe integer, 0 or more
  | { readonly is: 'boolean' }
);

export type IdKind =
  | 'scenario'
  | 'persona'
  | 'variant'
  | 'screen'
  | 'field'
  | 'mistake'
  | 'action'
  | 'operation'
  | 'outcome'
  | 'ending'
  | 'paper'
  | 'message';

export interface Catalogue {
  readonly generatedBy: string;
  /** Properties by type of event; `run`, `seq`, `at` and `type` are in all of them. */
  readonly events: Readonly<Record<string, Readonly<Record<string, Shape>>>>;
}

/** The closed vocabulary as data (`events.json`). Server side: the page's recorder does not need it. */
export const eventCatalogue = catalogue as unknown as Catalogue;
