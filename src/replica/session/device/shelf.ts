import { inTime } from '#recording';
import { asked, done, openDatabase } from './database.ts';
import type { KeptRun, RunShelf } from './kept-run.ts';

interface Lease {
  readonly scenario: string;
  readonly tab: string;
  readonly until: number;
}

export const shelfName = 'replique-runs';

/** The shelf in IndexedDB; in memory where the browser refuses it (private windows, blocked storage), or says nothing. */
export async function openShelf(): Promise<RunShelf> {
  // A busy device can fail to open once: a second try costs little, a run taken for lost costs much.
  const opened = tryToOpen().then((shelf) => shelf ?? tryToOpen());
  return (await inTime(opened).catch(() => null)) ?? inMemory();
}

async function tryToOpen(): Promise<RunShelf | null> {
  try {
    const db = await openDatabase(shelfName, (fresh) => {
      fresh.createObjectStore('runs', { keyPath: 'scenario' });
      fresh.createObjectStore('leases', { keyPath: 'scenario' });
    });
    return inDatabase(db);
  } catch {
    return null;
  }
}

function inDatabase(db: IDBDatabase): RunShelf {
  // A full disk or a database closed under our feet must not stop the exercise: it goes on in memory.
  const quietly = async (work: () => Promise<unknown>): Promise<void> => {
    await Promise.resolve()
      .then(work)
      .catch(() => undefined);
  };
  const change = (store: string): IDBObjectStore => db.transaction(store, 'readwrite').objectStore(store);
  return {
    lasting: true,
    get: async (scenario) => {
      try {
        return await inTime(asked<KeptRun | undefined>(db.transaction('runs').objectStore('runs').get(scenario)));
      } catch {
        return undefined;
      }
    },
    put: (run) =>
      quietly(() => {
        const runs = change('runs');
        const written = asked(runs.put(run));
        // At once: a page that goes away takes with it what was only asked for.
        runs.transaction.commit?.();
        return written;
      }),
    remove: (scenario) => quietly(() => asked(change('runs').delete(scenario))),
    async lease(scenario, tab, until, force, now) {
      try {
        const leases = change('leases');
        const written = done(leases.transaction);
        const held = await inTime(asked<Lease | undefined>(leases.get(scenario)));
        const free = force || !held || held.tab === tab || held.until <= now;
        if (free) leases.put({ scenario, tab, until } satisfies Lease);
        await inTime(written);
        return free;
      } catch {
        return true;
      }
    },
    release: (scenario, tab) =>
      quietly(async () => {
        const leases = change('leases');
        const written = done(leases.transaction);
        if ((await asked<Lease | undefined>(leases.get(scenario)))?.tab === tab) leases.delete(scenario);
        await written;
      }),
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
