import type { Database } from '../database/database.ts';
import type { Batch } from './batch.ts';
import { prepareStatements } from './statements.ts';
import { type Taken, type TouchedRun, take } from './take.ts';

/** Most events of one commit: bounds how long the loop is held on SQLite (some 50 ms). */
const largestGroup = 2_000;

export interface Intake {
  /** Stores a batch. Resolves once it is durable, with what became of it; rejects if nothing of it is stored. */
  take(batch: Batch): Promise<Taken>;
  /** Waits for what is under way. Batches that come later are refused. */
  close(): Promise<void>;
}

interface Waiting {
  readonly batch: Batch;
  readonly done: (taken: Taken) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The one way in for events. Batches that arrive in one turn of the event loop, or while a commit is under way,
 * share the next commit: durability costs one flush of the disk a group, not one a batch.
 */
export function createIntake(
  db: Database,
  now: () => number,
  onTouched: (runs: readonly TouchedRun[]) => void,
): Intake {
  const say = prepareStatements(db);
  let queue: Waiting[] = [];
  let working: Promise<void> | null = null;
  let closed = false;

  const nextGroup = (): Waiting[] => {
    let events = 0;
    let end = 0;
    for (; end < queue.length; end++) {
      events += (queue[end] as Waiting).batch.events.length;
      if (end > 0 && events > largestGroup) break;
    }
    const group = queue.slice(0, end);
    queue = queue.slice(end);
    return group;
  };

  const store = async (group: readonly Waiting[]): Promise<void> => {
    const batches = group.map(({ batch }) => batch);
    const at = now();
    try {
      const { results, touched } = await db.transact(() => take(batches, at, say));
      group.forEach(({ done }, index) => void done(results[index] as Taken));
      onTouched(touched);
    } catch (error) {
      // One batch that the database cannot take must not carry its neighbours away.
      if (group.length > 1) for (const one of group) await store([one]);
      else for (const { failed } of group) failed(error);
    }
  };

  const work = async (): Promise<void> => {
    await new Promise((turn) => setImmediate(turn));
    while (queue.length > 0) await store(nextGroup());
    working = null;
  };

  return {
    take(batch) {
      if (closed) return Promise.reject(new Error('The intake is closed'));
      return new Promise((done, failed) => {
        queue.push({ batch, done, failed });
        working ??= work();
      });
    },
    async close() {
      closed = true;
      while (working !== null) await working;
    },
  };
}
