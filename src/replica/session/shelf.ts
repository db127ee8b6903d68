import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptRun, RunShelf } from './kept-run.ts';

interface Lease {
  readonly scenario: string;
  readonly tab: string;
  readonly until: number;
}

interface Schema extends DBSchema {
  runs: { key: string; value: KeptRun };
  leases: { key: string; value: Lease };
}

export const shelfName = 'replique-runs';

/** The shelf in IndexedDB; in memory where the browser refuses it (private windows, blocked storage). */
export async function openShelf(): Promise<RunShelf> {
  // A busy device can fail to open once: a second try costs little, a run taken for lost costs much.
  return (await tryToOpen()) ?? (await tryToOpen()) ?? inMemory();
}

async function tryToOpen(): Promise<RunShelf | null> {
  try {
    const db = await openDB<Schema>(shelfName, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('runs', { keyPath: 'scenario' });
        fresh.createObjectStore('leases', { keyPath: 'scenario' });
      },
      // « Effacer et partir » in another tab deletes the database: let it.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return inDatabase(db);
  } catch {
    return null;
  }
}

function inDatabase(db: IDBPDatabase<Schema>): RunShelf {
  // A full disk or a database closed under our feet must not stop the exercise: it goes on in memory.
  const quietly = async (work: Promise<unknown>): Promise<void> => {
    await work.catch(() => undefined);
  };
  return {
    lasting: true,
    get: (scenario) => db.get('runs', scenario).catch(() => undefined),
    put: (run) => quietly(Promise.resolve().then(() => db.put('runs', run))),
    remove: (scenario) => quietly(Promise.resolve().then(() => db.delete('runs', scenario))),
    async lease(scenario, tab, until, force, now) {
      try {
        const work = db.transaction('leases', 'readwrite');
        const held = await work.store.get(scenario);
        const free = force || !held || held.tab === tab || held.until <= now;
        if (free) await work.store.put({ scenario, tab, until });
        await work.done;
        return free;
      } catch {
        return true;
      }
    },
    release: (scenario, tab) =>
      quietly(
        (async () => {
          const work = db.transaction('leases', 'readwrite');
          if ((await work.store.get(scenario))?.tab === tab) await work.store.delete(scenario);
          await work.done;
        })(),
      ),
  };
}

/** Keeps runs as long as the page lives. */
export function inMemory(): RunShelf {
  const runs = new Map<string, KeptRun>();
  return {
    lasting: false,
    get: async (scenario) => runs.get(scenario),
    put: async (run) => void runs.set(run.scenario, run),
    remove: async (scenario) => void runs.delete(scenario),
    lease: async () => true,
    release: async () => undefined,
  };
}

/** Empties everything this device holds for the simulator: « effacer et partir ». Resolves even if a part refuses. */
export async function wipeDevice(): Promise<void> {
  const tries: Promise<unknown>[] = [];
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Storage is blocked: nothing was kept there.
  }
  const remove = (name: string) =>
    new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    });
  try {
    const known = (await indexedDB.databases?.()) ?? [{ name: shelfName }, { name: 'replique-outbox' }];
    tries.push(...known.flatMap(({ name }) => (name ? [remove(name)] : [])));
  } catch {
    // Same.
  }
  if ('caches' in globalThis)
    tries.push(caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))));
  await Promise.allSettled(tries);
}
