import { freshDatabase, startPostgres } from '../support/postgres.ts';
import { startSite } from '../support/site.ts';
import { beside, interleave, type Measure, median } from './measure.ts';
import { type RawInserts, rawPostgres, rawSqlite } from './raw-inserts.ts';
import { createSenders } from './senders.ts';
import { batchesOf, largestScenario, simulateRun } from './simulated.ts';

/** How many devices send at once: a busy platform, several rooms. */
const devices = 64;
const eachTurn = 2_500; // ms

/** Events stored a second through HTTP, by 20, beside raw inserts by 20 in the same kind of database and run. */
export async function measureIntake(rounds: number): Promise<Measure[]> {
  const postgres = await startPostgres({ durable: true });
  try {
    const own = await freshDatabase(postgres.url);
    return [
      await compare('event intake, SQLite', {}, rawSqlite(), rounds),
      await compare('event intake, PostgreSQL', { DATABASE_URL: own.url }, await rawPostgres(postgres.url), rounds),
    ];
  } finally {
    await postgres.stop();
  }
}

async function compare(name: string, env: NodeJS.ProcessEnv, raw: RawInserts, rounds: number): Promise<Measure> {
  const site = await startSite({ env });
  const senders = createSenders(site.port, devices);
  const ids = largestScenario();
  let made = 0;
  /** Prepared beforehand: what is measured is the server, not the making of events. */
  const ready = (count: number): string[] =>
    Array.from({ length: count }, () => batchesOf(simulateRun(ids, `${name}-${made++}`, 40), 20)).flat();
  try {
    await senders.send(ready(100));
    let pace = 200; // batches in a turn, then as many as the last turn could take
    const speeds = await interleave(rounds, {
      ours: async () => {
        const bodies = ready(Math.ceil(pace / 2));
        const began = performance.now();
        const stored = await senders.send(bodies);
        const speed = (stored * 1000) / (performance.now() - began);
        pace = Math.ceil((speed / 20) * (eachTurn / 1000));
        return speed;
      },
      raw: () => raw.run(eachTurn),
    });
    // The first turn only finds the pace.
    return beside(name, 'events/s', median(speeds.ours.slice(1)), median(speeds.raw), 'raw inserts by 20', {
      atLeast: 0.4,
    });
  } finally {
    senders.close();
    await raw.close();
    await site.stop();
  }
}
