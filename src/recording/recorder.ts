import type { Happening, RunEvent } from './event.ts';
import type { Outbox } from './outbox.ts';

export interface RecorderOptions {
  /** 32 hex digits each (`newId`). */
  readonly run: string;
  readonly secret: string;
  /** Epoch ms at which the run began. */
  readonly startedAt: number;
  /** Device clock, epoch ms. */
  readonly now: () => number;
  readonly outbox?: Pick<Outbox, 'add'>;
  /** After a reload, from `outbox.position(run)`: numbers are never used twice. */
  readonly from?: { readonly seq: number; readonly at: number };
}

export interface Recorder {
  /** Numbers and dates what has happened, then hands it to the subscribers and to the outbox. */
  record(happening: Happening): RunEvent;
  /** The coach's detector, for one. Returns how to stop. */
  subscribe(listener: (event: RunEvent) => void): () => void;
  readonly next: { readonly seq: number; readonly at: number };
}

/** The one stream of a run: one vocabulary, one clock, numbers without gaps. */
export function createRecorder({ run, secret, startedAt, now, outbox, from }: RecorderOptions): Recorder {
  const listeners = new Set<(event: RunEvent) => void>();
  let seq = from?.seq ?? 0;
  let at = from?.at ?? 0;
  let undelivered: RunEvent[] = [];
  /** In order for every listener, also when one of them records something in answer. */
  const deliver = (event: RunEvent): void => {
    undelivered.push(event);
    if (undelivered.length > 1) return;
    for (let next = undelivered[0]; next !== undefined; next = undelivered[0]) {
      for (const listener of [...listeners]) listener(next);
      undelivered = undelivered.slice(1);
    }
  };
  return {
    record(happening) {
      // A device whose clock is set back must not make time go back.
      at = Math.max(at, Math.round(now() - startedAt));
      const event: RunEvent = { run, seq, at, ...happening };
      seq += 1;
      outbox?.add(event, { id: run, secret });
      deliver(event);
      return event;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get next() {
      return { seq, at };
    },
  };
}
