import type { Screen, ServiceManner } from '#engine';
import type { ScenePersona } from '../hands.ts';

/** Name of the <meta> that carries a `Start`. */
export const startMeta = 'replique-run';

/**
 * Id of the data block that carries what a run begins with. In the page itself, after its last word: on a slow line it
 * takes the moment in which the scripts have been asked for and none has come.
 */
export const coreBlock = 'replique-debut';

/** What a run begins with, before any interface is there. */
export interface Start {
  readonly scenario: string;
  /** Names of the fake services that the scenario calls, the first to be called first. */
  readonly services: readonly string[];
  /** Address of all the scenario's content. */
  readonly content: string;
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
