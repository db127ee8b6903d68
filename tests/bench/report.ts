import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReports } from '../../src/server/counting/reports.ts';
import { openDatabase } from '../../src/server/database/database.ts';
import { publishScenarios } from '../../src/server/intake/published.ts';
import { startSite } from '../support/site.ts';
import { beside, type Measure, median } from './measure.ts';
import { createSenders } from './senders.ts';
import { batchesOf, largestScenario, simulateRun } from './simulated.ts';

const few = 10_000;
/** A long run in one batch, under the 64 kB that the intake takes. */
const eventsARun = 250;

/** Time of the drop-off report with few events and with many, all entered through the intake. */
export async function measureReport(many: number): Promise<Measure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    await enter(dataDir, 0, few);
    const withFew = await reportTime(dataDir);
    await enter(dataDir, few, many);
    const withMany = await reportTime(dataDir);
    const size = many.toLocaleString('en');
    return [
      beside(`drop-off report at ${size} events`, 'ms', withMany, withFew, `the same at ${few.toLocaleString('en')}`, {
        // « Within noise »: times under a millisecond double by themselves.
        atMost: 2,
      }),
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function enter(dataDir: string, from: number, to: number): Promise<void> {
  const site = await startSite({ dataDir });
  const senders = createSenders(site.port, 64);
  const ids = largestScenario();
  let sent = 0;
  function* bodies(): Generator<string> {
    for (let at = from; at < to; at += eventsARun) {
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

/** Median time to read every figure of the scenario, as the designer's page does. An hour later: nobody is at work. */
async function reportTime(dataDir: string): Promise<number> {
  const db = await openDatabase({ dataDir } as Parameters<typeof openDatabase>[0]);
  try {
    const now = (): number => Date.now() + 60 * 60 * 1000;
    const ids = largestScenario();
    const reports = createReports(db, await publishScenarios(db, [ids], now), now);
    const edition = `${ids.id}@${ids.hash}`;
    const times: number[] = [];
    for (let turn = 0; turn < 40; turn++) {
      const began = performance.now();
      const [rows] = await Promise.all([reports.counts(edition), reports.underWay(edition)]);
      if (rows.length === 0) throw new Error('The report is empty.');
      times.push(performance.now() - began);
    }
    return median(times);
  } finally {
    await db.close();
  }
}
