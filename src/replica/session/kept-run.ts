import type { RunReference } from '#engine';
import type { WorldSnapshot } from '#mocks';
import type { HelpLevel, RunCondition, RunEvent } from '#recording';

/** What the device keeps of a run: references, classes and outcomes. Nothing that was typed (DESIGN §6). */
export interface KeptRun {
  /** Scenario id: one run of a scenario at a time on a device. */
  readonly scenario: string;
  readonly hash: string;
  /** 128-bit id and secret, hex. */
  readonly run: string;
  readonly secret: string;
  readonly persona: string;
  /** ISO day on which the run began. */
  readonly today: string;
  /** Epoch ms, device clock. */
  readonly startedAt: number;
  /** Jumps of the run's clock, ms. */
  readonly jumped: number;
  readonly level: HelpLevel;
  readonly conditions: readonly RunCondition[];
  readonly variant: string | null;
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
