import type { Network, NetworkOptions } from '#mocks';
import type { Outbox, RunStep } from '#recording';
import type { Asked } from './asked.ts';
import type { Content } from './content.ts';
import type { RunShelf } from './device/kept-run.ts';
import type { LooksReal } from './entries/guard.ts';

/** Where events go: the outbox of the device. */
export type EventSink = Pick<Outbox, 'add' | 'flush' | 'position'>;

/** All that a session takes from outside: tests give their own. */
export interface SessionWorld {
  readonly scenarioId: string;
  readonly asked: Asked;
  /** What the run begins with: all of it, unless `whole` brings the rest. */
  readonly content: () => Promise<Content>;
  /** All of it, when `content` is only what a run begins with. */
  readonly whole?: () => Promise<Content>;
  /** Starts the fake back ends of these names. */
  readonly startNetwork: (services: readonly string[], options: Omit<NetworkOptions, 'services'>) => Promise<Network>;
  /** Brings what the exercise may need later, while there is a network. */
  readonly loadRest?: () => Promise<unknown>;
  readonly shelf: () => Promise<RunShelf>;
  /** `soon`: the run waits for it. Otherwise it may come once the site has what it needs to answer. */
  readonly sink: (soon: boolean) => Promise<EventSink>;
  /** Device clock, epoch ms. */
  readonly clock: () => number;
  /** Ms since the page opened. Nobody sets it back, as they may the device's clock. */
  readonly elapsed: () => number;
  readonly makeId?: () => string;
  /** From 0 up to 1, for the wording of a run. */
  readonly chance?: () => number;
  readonly looksReal?: LooksReal;
  /** Whether a trainer sees this learner: then a hand can be raised. */
  readonly inGroup?: () => boolean;
  /** Whether the window is so narrow that one pane shows at a time. */
  readonly onePane?: () => boolean;
  readonly device: Pick<Extract<RunStep, { type: 'RunStarted' }>, 'screenSize' | 'pointer'>;
}
