import type { Facts, Persona, Run, RunView, Scenario } from '#engine';
import type { HelpLevel, Pane, RealData, RunCondition, RunEvent } from '#recording';
import type { Pointed } from '../hands.ts';
import type { InboxMessage } from '../panes/types.ts';

/** What of the run's view the screen is drawn from: it changes only when what is drawn does, not at each key. */
export type Shown = Pick<RunView, 'screen' | 'phase' | 'ending' | 'errors' | 'message' | 'data' | 'pending'> & {
  readonly facts: Facts;
};

/** What the interface remembers. The flow is the run's (XState); this is the rest (STYLE §6). */
export interface SessionState {
  /** static: the first screen is drawn and typable, the run is not made yet. */
  readonly status: 'static' | 'running' | 'elsewhere' | 'taken' | 'failed';
  readonly scenario: Scenario | null;
  readonly persona: Persona | null;
  readonly personas: readonly { readonly id: string; readonly title: string; readonly story: string }[];
  readonly today: string;
  readonly run: Run | null;
  /** As last shown, or when the hands last rested: `run.view` knows of each key. */
  readonly view: RunView | null;
  readonly shown: Shown | null;
  /** Raised to draw the inputs anew: on another screen, after a reload of the drawn page, on a new run. */
  readonly generation: number;
  readonly events: readonly RunEvent[];
  readonly messages: readonly InboxMessage[];
  /** The run's clock when the desk last looked, epoch ms. */
  readonly now: number;
  readonly level: HelpLevel;
  readonly conditions: readonly RunCondition[];
  readonly pane: Pane;
  /** The pane beside the site on a wide screen: the last one opened. */
  readonly side: Exclude<Pane, 'site'>;
  /** Nothing is left to load for the act at hand: what can wait may come. */
  readonly calm: boolean;
  readonly inGroup: boolean;
  readonly pointed: Pointed | null;
  readonly aside: string | null;
  readonly refused: { readonly field: string; readonly looksLike: RealData } | null;
  /** A short sentence of the desk, gone after a while. `n` tells two equal ones apart. */
  readonly toast: { readonly text: string; readonly n: number } | null;
  /** Seconds before the site logs out, while it warns. */
  readonly idleLeft: number | null;
  /** The run's clock stands still: the exercise is set aside. */
  readonly paused: boolean;
  /** The run's clock goes slower: the learner asked for more time. */
  readonly slow: boolean;
  readonly hand: boolean;
  readonly offering: boolean;
}

export const blankState = (today: string): SessionState => ({
  status: 'static',
  scenario: null,
  persona: null,
  personas: [],
  today,
  run: null,
  view: null,
  shown: null,
  generation: 0,
  events: [],
  messages: [],
  now: 0,
  level: 'je-demande',
  conditions: [],
  pane: 'site',
  side: 'papers',
  calm: false,
  inGroup: false,
  pointed: null,
  aside: null,
  refused: null,
  toast: null,
  idleLeft: null,
  paused: false,
  slow: false,
  hand: false,
  offering: false,
});
