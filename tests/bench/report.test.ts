import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/server/database/database.ts';
import { createIntake } from '../../src/server/intake/intake.ts';
import { publishScenarios } from '../../src/server/intake/published.ts';
import { receiveEvents } from '../../src/server/intake/receive.ts';
import { smallScenario } from '../../src/server/testing/ids.ts';
import { demandRecount } from './recount.ts';
import { judgeReport } from './report.ts';
import { batchesOf, simulateRun } from './simulated.ts';

const steady = (time: number): number[] => Array.from({ length: 40 }, () => time);

describe('the report at two sizes', () => {
  it('may differ by the noise of the same run, by no more', () => {
    // The repeat of one part in eight is a fifth slower: that is what this machine does by itself.
    const again = steady(1).map((time, round) => (round < 5 ? time * 1.2 : time));
    expect(judgeReport(1_000_000, { small: steady(1), again, large: steady(1.19) })).toMatchObject({
      budget: '≤ 1.2 ×',
      ok: true,
    });
    expect(judgeReport(1_000_000, { small: steady(1), again, large: steady(1.21) }).ok).toBe(false);
  });

  it('may differ by 15 % on a quiet machine, and never by more than a half', () => {
    const quiet = { small: steady(1), again: steady(1) };
    expect(judgeReport(1_000_000, { ...quiet, large: steady(1.14) }).ok).toBe(true);
    expect(judgeReport(1_000_000, { ...quiet, large: steady(1.16) }).ok).toBe(false);
    const busy = { small: steady(1), again: steady(3) };
    expect(judgeReport(1_000_000, { ...busy, large: steady(3.1) })).toMatchObject({ budget: '≤ 1.5 ×', ok: false });
  });
});

describe('the recount of the bench', () => {
  let folder = '';
  let db: Database;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recount-'));
    db = await openDatabase({ dataDir: folder });
    const published = await publishScenarios(db, [smallScenario], Date.now);
    const intake = createIntake(db, Date.now, () => undefined);
    for (let run = 0; run < 5; run++)
      for (const body of batchesOf(simulateRun(smallScenario, `run-${run}`, 30), 10)) {
        const { status } = await receiveEvents(body, published, intake);
        if (status !== 200) throw new Error(`The intake answered ${status}.`);
      }
    await intake.close();
  });
  afterEach(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says nothing when the figures kept are those of the events', async () => {
    await expect(demandRecount(db)).resolves.toBeUndefined();
  });

  it('ends the bench, and names a figure, when one is off by one or missing', async () => {
    await db.kysely.updateTable('counts').set({ total: 6 }).where('measure', '=', 'started').execute();
    await expect(demandRecount(db)).rejects.toThrow(/2 figures are not those of a recount, such as kept .*"started"/);
    await db.kysely.deleteFrom('counts').where('measure', '=', 'started').execute();
    await expect(demandRecount(db)).rejects.toThrow(
      /1 figures are not those of a recount, such as counted .*"started"/,
    );
    await db.kysely.deleteFrom('counts').execute();
    await expect(demandRecount(db)).rejects.toThrow('No figure is kept');
  });
});
