import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLibrary } from '#authoring';
import { fixtureContracts } from '../../src/authoring/fixtures/contract.ts';
import type { Database } from '../../src/server/database/database.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { openSqlite } from '../../src/server/database/sqlite.ts';
import { fuzzBatches } from './batches.ts';
import { fuzzScenarios } from './scenarios.ts';

/** A share of `npm run fuzz`, which does a hundred thousand. */
describe('what no device and no author would send', () => {
  let db: Database;
  beforeAll(async () => {
    db = openSqlite(':memory:');
    await migrate(db.kysely);
  });
  afterAll(() => db.close());

  it('batches: no crash, one clear refusal, nothing stored that is not in the vocabulary, right figures', async () => {
    const found = await fuzzBatches(db, 3_000, 7);
    expect(found.unclear).toEqual([]);
    expect(found.rubbish).toEqual([]);
    expect(found.counts).toBe('right');
    for (const status of ['200', '400', '403', '404']) expect(found.answers[status], status).toBeGreaterThan(5);
  });

  it('rubbish that got in would be seen', async () => {
    const [run] = await db.kysely.selectFrom('runs').select('id').limit(1).execute();
    await db.kysely
      .insertInto('events')
      .values({
        run: run?.id ?? '',
        seq: 9_999,
        at: 0,
        type: 'ScreenShown',
        body: '{"screen":"2550814168025"}',
        received: 0,
      })
      .execute();
    const found = await fuzzBatches(db, 1, 7);
    expect(found.rubbish).toEqual([expect.stringContaining('2550814168025')]);
  });

  it('scenario files: no crash, and every fault says where and what', () => {
    const found = fuzzScenarios(readLibrary('src/authoring/fixtures/scenarios'), fixtureContracts, 250, 7);
    expect(found.unclear).toEqual([]);
    expect(found.refused).toBeGreaterThan(150);
    expect(found.sound).toBeGreaterThan(5);
  });
});
