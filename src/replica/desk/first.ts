import type { Screen, ServiceManner } from '#engine';
import type { ScenePersona } from '../hands.ts';

/** All that the first screen needs, settled at build: what the island is given. The rest is fetched. */
export interface First {
  readonly scenario: string;
  readonly title: string;
  /** Filled for the usual persona. */
  readonly mission: string;
  readonly service: ServiceManner;
  /** Texts filled; nothing of the coach, no answer. */
  readonly screen: Screen;
  readonly people: ScenePersona['people'];
  /** Day of the build, until the run has its own. */
  readonly today: string;
  /** Addresses of the scenario's content: what a run begins with, then all of it. */
  readonly content: { readonly core: string; readonly whole: string };
}
