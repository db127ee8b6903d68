import type { Condition } from '../condition.ts';
import type { Duration } from '../duration.ts';
import type { MessageTemplate } from '../persona.ts';
import type { Screen } from './screen.ts';

/**
 * A scenario as the engine runs it: what `src/authoring` compiles from YAML. Plain JSON.
 * Every `string` that a person reads is a template (see ../template.ts): "{prenom}", "{mois:-2}", "{jour:P3W}".
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
  /** Names of the fake services that its screens call, the first to be called first. */
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
