import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RunEvent } from './event.ts';

/** What a batch must carry besides its events; kept with them, so that another tab or another day can send them. */
export interface SentRun {
  readonly id: string;
  readonly secret: string;
  /** "id@hash"; "" until RunStarted has been added. */
  readonly scenario: string;
  /** `seq` of the next event, and `at` of the last. */
  readonly seq: number;
  readonly at: number;
  /** The server does not know this edition yet: not before this time, epoch ms. */
  readonly later?: number;
}

/** Events that the server has not acknowledged. */
export interface OutboxStore {
  /** Adds events of a run and moves it on, together or not at all. Returns the run as it stands then. */
  add(events: readonly RunEvent[], run: { readonly id: string; readonly secret: string }): Promise<SentRun>;
  run(id: string): Promise<SentRun | undefined>;
  /** Runs that have events waiting. */
  waiting(): Promise<readonly SentRun[]>;
  /** The oldest events of a run, at most so many. */
  events(run: string, most: number): Promise<readonly RunEvent[]>;
  /** Forgets what the server has settled. */
  remove(run: string, seqs: readonly number[]): Promise<void>;
  postpone(run: string, until: number): Promise<void>;
  /** One sender at a time: true when `tab` may send until then. `until` 0 lets others in. */
  lease(tab: string, until: number, now: number): Promise<boolean>;
  /** The device's pseudonym, made at first use. */
  device(make: () => string): Promise<string>;
  close(): void;
}

interface Schema extends DBSchema {
  runs: { key: string; value: SentRun };
  events: { key: [string, number]; value: RunEvent };
  facts: { key: string; value: string | { readonly tab: string; readonly until: number } };
}

/** In IndexedDB: survives the tab. Fails where the browser refuses to store. */
export async function openStore(name: string): Promise<OutboxStore> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('runs', { keyPath: 'id' });
      fresh.createObjectStore('events', { keyPath: ['run', 'seq'] });
      fresh.createObjectStore('facts');
    },
    // « Effacer et partir » in another tab: let it.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
  const ofRun = (run: string) => IDBKeyRange.bound([run, 0], [run, Number.MAX_SAFE_INTEGER]);
  return {
    async add(events, run) {
      const tx = db.transaction(['runs', 'events'], 'readwrite');
      const runs = tx.objectStore('runs');
      const moved = events.reduce(moveOn, (await runs.get(run.id)) ?? newRun(run));
      for (const event of events) void tx.objectStore('events').put(event);
      void runs.put(moved);
      await tx.done;
      return moved;
    },
    run: (id) => db.get('runs', id),
    async waiting() {
      const tx = db.transaction(['runs', 'events']);
      const found: SentRun[] = [];
      for (const run of await tx.objectStore('runs').getAll()) {
        if ((await tx.objectStore('events').count(ofRun(run.id))) > 0) found.push(run);
      }
      return found;
    },
    events: (run, most) => db.getAll('events', ofRun(run), most),
    async remove(run, seqs) {
      const tx = db.transaction('events', 'readwrite');
      for (const seq of seqs) void tx.store.delete([run, seq]);
      await tx.done;
    },
    async postpone(run, until) {
      const tx = db.transaction('runs', 'readwrite');
      const known = await tx.store.get(run);
      if (known) void tx.store.put({ ...known, later: until });
      await tx.done;
    },
    async lease(tab, until, now) {
      const tx = db.transaction('facts', 'readwrite');
      const held = await tx.store.get('sender');
      const free = typeof held !== 'object' || held.tab === tab || held.until < now;
      if (free) void tx.store.put({ tab, until }, 'sender');
      await tx.done;
      return free;
    },
    async device(make) {
      const tx = db.transaction('facts', 'readwrite');
      const known = await tx.store.get('device');
      const device = typeof known === 'string' ? known : make();
      if (known === undefined) void tx.store.put(device, 'device');
      await tx.done;
      return device;
    },
    close: () => db.close(),
  };
}

/** In memory, where storage is blocked: lasts as long as the page. */
export function memoryStore(): OutboxStore {
  const runs = new Map<string, SentRun>();
  const events = new Map<string, Map<number, RunEvent>>();
  let own: string | undefined;
  const of = (run: string) => [...(events.get(run)?.values() ?? [])].sort((a, b) => a.seq - b.seq);
  return {
    async add(more, run) {
      const moved = more.reduce(moveOn, runs.get(run.id) ?? newRun(run));
      runs.set(run.id, moved);
      const list = events.get(run.id) ?? new Map<number, RunEvent>();
      for (const event of more) list.set(event.seq, event);
      events.set(run.id, list);
      return moved;
    },
    run: async (id) => runs.get(id),
    waiting: async () => [...runs.values()].filter(({ id }) => of(id).length > 0),
    events: async (run, most) => of(run).slice(0, most),
    async remove(run, seqs) {
      for (const seq of seqs) events.get(run)?.delete(seq);
    },
    async postpone(run, until) {
      const known = runs.get(run);
      if (known) runs.set(run, { ...known, later: until });
    },
    lease: async () => true,
    async device(make) {
      own ??= make();
      return own;
    },
    close: () => undefined,
  };
}

function newRun({ id, secret }: Pick<SentRun, 'id' | 'secret'>): SentRun {
  return { id, secret, scenario: '', seq: 0, at: 0 };
}

function moveOn(run: SentRun, event: RunEvent): SentRun {
  return {
    ...run,
    scenario: event.type === 'RunStarted' ? event.scenario : run.scenario,
    seq: Math.max(run.seq, event.seq + 1),
    at: Math.max(run.at, event.at),
  };
}
