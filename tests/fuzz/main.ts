import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLibrary } from '#authoring';
import { fixtureContracts } from '../../src/authoring/fixtures/contract.ts';
import { openDatabase } from '../../src/server/database/database.ts';
import { fuzzBatches } from './batches.ts';
import { fuzzScenarios } from './scenarios.ts';
import { faultsOfBatches, faultsOfScenarios } from './verdict.ts';

const option = (name: string, usual: number): number =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const seed = option('seed', 20_261_127);

/**
 * `npm run fuzz -- [--batches=100000] [--scenarios=8000] [--seed=…]`: what no device and no author would send. Exit code 1
 * on a crash, on an answer that is not one clear refusal, on rubbish stored, on memory that grows.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const db = await openDatabase({ dataDir: folder, databaseUrl: undefined });
  try {
    const batches = await fuzzBatches(db, option('batches', 100_000), seed);
    process.stdout.write(`${JSON.stringify({ batches, seed })}\n`);
    const library = readLibrary('src/authoring/fixtures/scenarios');
    const scenarios = fuzzScenarios(library, fixtureContracts, option('scenarios', 8_000), seed);
    process.stdout.write(`${JSON.stringify({ scenarios, seed })}\n`);
    const faults = [...faultsOfBatches(batches), ...faultsOfScenarios(scenarios)];
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
