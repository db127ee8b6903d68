import { randomUUID } from 'node:crypto';
import type { TouchedRun } from './intake/take.ts';

/** Says in this process that runs have moved, whichever process took their events. */
export interface Bus {
  /** Returns how to stop listening. */
  onTouched(listener: (runs: readonly TouchedRun[]) => void): () => void;
  publish(runs: readonly TouchedRun[]): void;
  close(): Promise<void>;
}

/** For one process: a list of listeners. */
export function createLocalBus(): Bus {
  const listeners = new Set<(runs: readonly TouchedRun[]) => void>();
  return {
    onTouched(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    publish(runs) {
      if (runs.length > 0) for (const listener of [...listeners]) listener(runs);
    },
    close: async () => listeners.clear(),
  };
}

const channel = 'replique_runs';
/** PostgreSQL refuses notices of 8000 bytes. */
const atOnce = 40;
const again = 1_000; // ms before a lost connection is made anew

/** For several processes on one PostgreSQL: LISTEN and NOTIFY. A notice that is lost costs a late refresh, no data. */
export async function createSharedBus(url: string): Promise<Bus> {
  const { default: pg } = await import('pg');
  const local = createLocalBus();
  const me = randomUUID();
  let closed = false;
  let client: import('pg').Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let telling: Promise<unknown> = Promise.resolve();

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url });
    fresh.on('error', () => undefined); // its end follows
    fresh.on('notification', ({ payload }) => {
      const notice = JSON.parse(payload ?? '{}') as { from?: string; runs?: TouchedRun[] };
      if (notice.from !== me) local.publish(notice.runs ?? []);
    });
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    client = fresh;
    fresh.once('end', () => {
      client = null;
      reconnect();
    });
  };
  const reconnect = (): void => {
    if (!closed) retry = setTimeout(() => void connect().catch(reconnect), again).unref();
  };
  await connect();

  return {
    onTouched: local.onTouched,
    publish(runs) {
      local.publish(runs);
      for (let from = 0; from < runs.length; from += atOnce) {
        const payload = JSON.stringify({ from: me, runs: runs.slice(from, from + atOnce) });
        telling = telling
          .then(() => client?.query('select pg_notify($1, $2)', [channel, payload]))
          .catch(() => undefined);
      }
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await local.close();
      await telling;
      await client?.end();
    },
  };
}
