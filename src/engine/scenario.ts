import type { AnswerSource, Condition, EntryTest } from './condition.ts';
import type { Duration } from './duration.ts';
import type { MessageTemplate } from './persona.ts';
import type { RawEntry } from './values.ts';

/**
 * A scenario as the engine runs it: what `src/authoring` compiles from YAML. Plain JSON.
 * Every `string` that a person reads is a template (see template.ts): "{prenom}", "{mois:-2}", "{jour:P3W}".
 */
export interface Scenario {
  readonly id: string; // "service/procedure"
  /** First 12 hex digits of the SHA-256 of the compiled content: events name `id@hash`. */
  readonly hash: string;
  readonly title: string;
  readonly mission: string;
  readonly service: ServiceManner;
  /** The look of the other sites that its screens pass through, by their service. */
  readonly sites?: Readonly<Record<string, SiteManner>>;
  readonly replicates: { readonly site: string; readonly asOf: string };
  readonly personas: readonly string[]; // first is the usual one
  readonly difficulty: 'debutant' | 'intermediaire' | 'avance';
  readonly minutes: number;
  /** The run is played on the next day of the calendar that has this number (1 to 28). Absent: on the day itself. */
  readonly dayOfMonth?: number;
  readonly skills: readonly string[];
  /** Named changes of the fake services' worlds, made as a run begins: an account that is yet to be opened. */
  readonly world?: readonly { readonly service: string; readonly name: string }[];
  readonly start: string;
  readonly screens: Readonly<Record<string, Screen>>;
  readonly endings: Readonly<Record<string, Ending>>;
  readonly consequences: readonly Consequence[];
  readonly messages: Readonly<Record<string, MessageTemplate>>;
  readonly variants: readonly Variant[];
  readonly takeAway: TakeAway;
  /** Names of the fake services that its screens call. */
  readonly services: readonly string[];
  /** Facts that branches read: what the machine's context holds, with the values each can take. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

/** The service imitated: `service.yaml`. Its look is tokens, never code. */
export interface ServiceManner {
  readonly id: string;
  readonly name: string;
  readonly formerName?: string;
  /** Title drawn at the top of its pages (plain words, no logo). */
  readonly masthead: {
    readonly name: string;
    readonly tagline?: string;
    readonly menu: readonly string[];
    readonly right?: string;
    /** In its place once signed in. */
    readonly account?: string;
  };
  readonly footer: readonly string[];
  /** CSS custom properties of the replica's window, e.g. `{ "accent": "#155f9e" }`. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly density: 'roomy' | 'normal' | 'dense';
  /** Ways to reach it without the site, for every ending and the take-away sheet. */
  readonly contacts: readonly { readonly way: 'phone' | 'counter' | 'post' | 'site'; readonly text: string }[];
  /** Idle log-out of its signed-in screens. */
  readonly idle?: { readonly after: Duration; readonly to: string };
}

/** How the pages of a site look. */
export type SiteManner = Pick<ServiceManner, 'masthead' | 'footer' | 'tokens' | 'density'>;

export interface Evidence {
  readonly confidence: 'documented' | 'reported' | 'assumed';
  readonly seen: string; // "2025-10"
  readonly sources: readonly string[];
  readonly note?: string;
}

export interface Screen {
  readonly id: string;
  readonly title: string;
  /** As drawn in the simulated address bar: text, never opened. */
  readonly address: string;
  /** Which masthead the service shows here. */
  readonly area: 'public' | 'sign-in' | 'account';
  /** Key of `Scenario.sites`: this page belongs to another site than the scenario's service. */
  readonly site?: string;
  readonly evidence: Evidence;
  /** « Étape 2 sur 4 », when the real service shows it. */
  readonly step?: { readonly at: number; readonly of: number; readonly label?: string };
  /** Called on entering, before the blocks show: its data fills templates and prefilled fields. */
  readonly load?: Call;
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  /** Where the browser's back button leads on the real site; absent: it stays here, with this sentence. */
  readonly back: { readonly to: string } | { readonly stay: string };
  /** Signed in: the idle log-out runs here. */
  readonly signedIn: boolean;
  /** The procedure has been filed: from here a reload keeps the screen, values masked, and asks nothing again. */
  readonly receipt?: boolean;
  readonly coach?: Coaching;
  /** Only its place in the graph has come: its content is on its way, and until then the screen is loading. */
  readonly toCome?: boolean;
  /** Id of the action on the way to the successful ending when every answer is right. */
  readonly way?: string;
}

export type Tone = 'info' | 'success' | 'warning' | 'error';

export type Block =
  | ContentBlock
  | Field
  /** Where an action's button stands, when not at the end of the screen. */
  | { readonly kind: 'action'; readonly action: string; readonly when?: Condition }
  /** What an application shows meanwhile on the persona's phone: its buttons are actions of this screen. */
  | {
      readonly kind: 'phone';
      readonly app: string;
      readonly lines: readonly string[];
      readonly actions: readonly string[];
      readonly when?: Condition;
    };

export type ContentBlock = { readonly when?: Condition } & (
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly string[] }
  | { readonly kind: 'notice'; readonly tone: Tone; readonly title?: string; readonly text: string }
  | { readonly kind: 'foldout'; readonly label: string; readonly blocks: readonly Block[] }
  /** `svg` is our own drawing, inlined by the compiler; decorative when `alt` is empty. */
  | { readonly kind: 'image'; readonly svg: string; readonly alt: string }
  | { readonly kind: 'summary'; readonly title: string; readonly rows: readonly SummaryRow[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A card of a dashboard; `collapsible` ones are fold-outs with a frame. */
  | {
      readonly kind: 'card';
      readonly title: string;
      readonly collapsible?: boolean;
      readonly open?: boolean;
      readonly tone?: Tone;
      readonly blocks: readonly Block[];
    }
  /** Fields that belong together: a `fieldset` with this legend. */
  | { readonly kind: 'group'; readonly legend: string; readonly blocks: readonly Block[] }
);

/** A line of a summary: a text, or what was entered in a field, with the way back to change it. */
export interface SummaryRow {
  readonly label: string;
  readonly text?: string;
  /** "screen/field" of the run. */
  readonly entry?: string;
  /** Screen that the « modifier » link leads to (an action of this screen with that target exists). */
  readonly edit?: string;
  readonly when?: Condition;
}

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
    | { readonly input: 'choice'; readonly options: readonly Option[]; readonly look: 'radio' | 'select' }
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

export interface Action {
  readonly id: string;
  readonly label: string;
  readonly look: 'primary' | 'secondary' | 'link' | 'tile';
  readonly when?: Condition;
  /** Checks the screen's fields before leaving (default for calls and primary buttons). */
  readonly validates: boolean;
  readonly coach?: Coaching;
  readonly does:
    | { readonly kind: 'go'; readonly to: Branches }
    | ({ readonly kind: 'call' } & Call)
    /** Fills or opens nothing real: a dead link of the real page that the replica shows but does not follow. */
    | { readonly kind: 'inert'; readonly say: string };
}

/** The first branch whose condition holds. The last has none. */
export type Branches = readonly { readonly when?: Condition; readonly to: string }[];

export interface Call {
  readonly operation: string; // "service.signIn"
  /** Operation input ← field of this screen. */
  readonly with: Readonly<Record<string, string>>;
  readonly on: Readonly<Record<string, Reaction>>;
  /** Outcomes by which the service takes nothing of what was sent (HTTP 4xx and 5xx in its contract). */
  readonly refusals: readonly string[];
}

export type Reaction =
  | { readonly to: Branches }
  | {
      readonly stay: string | null;
      readonly tone?: Tone;
      readonly field?: string;
      readonly clears?: readonly string[];
    };

export interface Ending {
  readonly id: string;
  readonly meaning: 'reussi' | 'bloque' | 'abandon' | 'perdu' | 'fraude';
  readonly title: string;
  readonly text?: string;
  /** The human way out: a phone number, a counter, a letter. */
  readonly then?: string;
}

/** What arrives weeks later. */
export interface Consequence {
  readonly after: Duration;
  readonly when?: Condition;
  readonly message: string;
  /** One plain sentence for the debrief's calendar. */
  readonly say: string;
}

/** Another wording on the same graph: paths of texts ("connexion/nir/label") and what they become. */
export interface Variant {
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
}

export interface TakeAway {
  readonly papers: readonly string[];
  readonly steps: readonly string[];
  readonly phone?: string;
  readonly site: string;
  readonly otherWay: string;
}

/** A raw entry by "screen/field" (grid cells: "screen/field/cell"): memory only. */
export type Entries = ReadonlyMap<string, RawEntry>;
