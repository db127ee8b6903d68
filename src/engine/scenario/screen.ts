import type { Condition } from '../condition.ts';
import type { Coaching, Field } from './field.ts';

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
      /** Written as a link, never opened. */
      readonly address?: string;
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
      /** Written under the title, as a search result does; never opened. */
      readonly address?: string;
      readonly collapsible?: boolean;
      readonly open?: boolean;
      readonly tone?: Tone;
      /** Lies over the foot of the page until it is answered; what is under it can be typed in. */
      readonly banner?: true;
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
