import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLibrary } from '#authoring';
import { fixtureContracts } from '../../src/authoring/fixtures/contract.ts';
import { openDatabase } from '../../src/server/database/database.ts';
import { fuzzBatches } from './batches.ts';
import { fuzzScenarios } from './scenarios.ts';

const option = (name: string, usual: number): number =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const seed = option('seed', 20_261_127);
/** Growth allowed between the middle and the end, MB: what 50,000 more batches would leave behind is far above. */
const mostGrowth = 16;

/**
 * `npm run fuzz -- [--batches=96000] [--scenarios=8000] [--seed=…]`: what no device and no author would send. Exit code 1
 * on a crash, on an answer that is not one clear refusal, on rubbish stored, on memory that grows.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const db = await openDatabase({ dataDir: folder, databaseUrl: undefined });
  try {
    const batches = await fuzzBatches(db, option('batches', 96_000), seed);
    process.stdout.write(`${JSON.stringify({ batches, seed })}\n`);
    const library = readLibrary('src/authoring/fixtures/scenarios');
    const scenarios = fuzzScenarios(library, fixtureContracts, option('scenarios', 8_000), seed);
    process.stdout.write(`${JSON.stringify({ scenarios, seed })}\n`);
    const bad =
      batches.unclear.length + batches.rubbish.length + scenarios.unclear.length > 0 ||
      batches.counts === 'wrong' ||
      !(Math.max(batches.growth, scenarios.growth) <= mostGrowth);
    if (bad) process.exitCode = 1;
  } finally {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
