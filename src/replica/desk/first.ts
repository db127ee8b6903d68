import type { Screen, ServiceManner } from '#engine';
import type { ScenePersona } from '../hands.ts';

/** Name of the <meta> that carries a `Start`. */
export const startMeta = 'replique-run';

/** What a run begins with, before any interface is there. */
export interface Start {
  readonly scenario: string;
  /** Names of the fake services that the scenario calls. */
  readonly services: readonly string[];
  /** Addresses of the scenario's content: what a run begins with, then all of it. */
  readonly content: { readonly core: string; readonly whole: string };
}

/** All that the first screen needs, settled at build: what the island is given. The rest is fetched. */
export interface First extends Start {
  readonly title: string;
  /** Filled for the usual persona. */
  readonly mission: string;
  readonly service: ServiceManner;
  /** Texts filled; nothing of the coach, no answer. */
  readonly screen: Screen;
  readonly people: ScenePersona['people'];
  /** Day of the build, until the run has its own. */
  readonly today: string;
}
