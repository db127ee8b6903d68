import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReports } from '../../src/server/counting/reports.ts';
import { type Database, openDatabase } from '../../src/server/database/database.ts';
import { publishScenarios } from '../../src/server/intake/published.ts';
import { startSite } from '../support/site.ts';
import { beside, interleave, type Measure, median, worst } from './measure.ts';
import { demandRecount } from './recount.ts';
import { createSenders } from './senders.ts';
import { batchesOf, largestScenario, simulateRun } from './simulated.ts';

const few = 10_000;
const rounds = 40;
/** Of the rounds, each with a middle of its own: what noise is measured on. */
const parts = 8;
/** A long run in one batch, under the 64 kB that the intake takes. */
const eventsARun = 250;

/**
 * Time of the drop-off report with few events and with many, all entered through the intake; then, outside what is timed,
 * the figures beside a recount from all the events.
 */
export async function measureReport(many: number): Promise<Measure[]> {
  const folders = [few, many].map(() => mkdtempSync(join(tmpdir(), 'report-')));
  const databases: Database[] = [];
  try {
    for (const [at, dataDir] of folders.entries()) {
      await enter(dataDir, at === 0 ? few : many);
      databases.push(await openDatabase({ dataDir }));
    }
    const [small, large] = await Promise.all(databases.map(readerOf));
    if (small === undefined || large === undefined) throw new Error('No report to read.');
    const times = await interleave(rounds, { small, again: small, large });
    for (const db of databases) await demandRecount(db);
    return [judgeReport(many, times)];
  } finally {
    for (const db of databases) await db.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * « The same time, within noise »: the middle times of the two sizes may be as far apart as those of one size and of its
 * repeat are, at the most, in eight parts of this very run. Never held to less than 15 %: at 10⁴ events some figures
 * were not met yet (411 of 437 rows), which is no noise. Never let off beyond a half: a machine that busy tells nothing.
 */
export function judgeReport(
  many: number,
  { small, again, large }: Readonly<Record<'small' | 'again' | 'large', readonly number[]>>,
): Measure {
  const size = Math.ceil(small.length / parts);
  const repeats = Array.from({ length: parts }, (_, part) => {
    const [one, other] = [small, again].map((times) => median(times.slice(part * size, (part + 1) * size)));
    return (one ?? Number.NaN) / (other ?? Number.NaN);
  });
  const noise = worst(repeats.map((ratio) => Math.max(ratio, 1 / ratio)));
  return beside(
    `drop-off report at ${many.toLocaleString('en')} events`,
    'ms',
    median(large),
    median([...small, ...again]),
    `the same at ${few.toLocaleString('en')}`,
    { atMost: Number(Math.min(1.5, Math.max(1.15, noise)).toFixed(2)) },
  );
}

async function enter(dataDir: string, events: number): Promise<void> {
  const site = await startSite({ dataDir });
  const senders = createSenders(site.port, 64);
  const ids = largestScenario();
  let sent = 0;
  function* bodies(): Generator<string> {
    for (let at = 0; at < events; at += eventsARun) {
      const run = simulateRun(ids, `report-${at}`, eventsARun);
      sent += run.events.length;
      yield* batchesOf(run, eventsARun);
    }
  }
  try {
    const stored = await senders.send(bodies());
    if (stored !== sent) throw new Error(`${stored} events were stored of ${sent}.`);
  } finally {
    senders.close();
    await site.stop();
  }
}

/** Median time, ms, to read every figure of the scenario, as the designer's page does. An hour later: nobody is at work. */
async function readerOf(db: Database): Promise<() => Promise<number>> {
  const now = (): number => Date.now() + 60 * 60 * 1000;
  const ids = largestScenario();
  const reports = createReports(db, await publishScenarios(db, [ids], now), now);
  const edition = `${ids.id}@${ids.hash}`;
  return async () => {
    const times: number[] = [];
    for (let turn = 0; turn < 20; turn++) {
      const began = performance.now();
      const [rows] = await Promise.all([reports.counts(edition), reports.underWay(edition)]);
      if (rows.length === 0) throw new Error('The report is empty.');
      times.push(performance.now() - began);
    }
    return median(times);
  };
}
