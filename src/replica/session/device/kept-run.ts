import type { RunReference } from '#engine';
import type { WorldSnapshot } from '#mocks';
import type { RunEvent } from '#recording';
import type { RunCard } from '../card.ts';

/** What the device keeps of a run: references, classes and outcomes. Nothing that was typed (DESIGN §6). */
export interface KeptRun extends RunCard {
  readonly reference: RunReference;
  readonly world: WorldSnapshot | null;
  /** Ids only, like all events: the debrief tells the whole run, not its end. */
  readonly events: readonly RunEvent[];
  /** Ids of the messages that stood there before the run and have been read. */
  readonly opened?: readonly string[];
  /** Next `seq` of the run's events, and the last `at`. */
  readonly seq: number;
  readonly at: number;
}

/** Where kept runs live. In memory only when the browser refuses to store. */
export interface RunShelf {
  get(scenario: string): Promise<KeptRun | undefined>;
  put(run: KeptRun): Promise<void>;
  remove(scenario: string): Promise<void>;
  /** Who owns a scenario's run, and until when (epoch ms). */
  lease(scenario: string, tab: string, until: number, force: boolean, now: number): Promise<boolean>;
  release(scenario: string, tab: string): Promise<void>;
  /** False when nothing outlives the page. */
  readonly lasting: boolean;
}
