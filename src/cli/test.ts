import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from '../../tests/support/chromium.ts';
import { freePort } from '../../tests/support/postgres.ts';
import { audit } from './audit.ts';
import { runCommand } from './run-command.ts';

/** What a stage found. A skipped test is a failed one. */
interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Printed when something failed, or when the stage has something to say all the same. */
  readonly said: string;
  /** Printed in any case: what passed, but not at once. */
  readonly unsteady?: string;
}

interface Stage {
  readonly name: string;
  readonly about: string;
  /** What it says is printed even when nothing failed. */
  readonly loud?: true;
  run(): Promise<Outcome>;
}

const reports = '.cache/reports';

const command = async (words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> => {
  const { code, said } = await runCommand(process.execPath, words, env);
  return code === 0 ? { passed: 1, failed: 0, said } : { passed: 0, failed: 1, said };
};

const vitest = async (projects: readonly string[]): Promise<Outcome> => {
  const report = `${reports}/vitest-${projects.join('-')}.json`;
  const words = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  // In colour, two thousand dots take as many lines of escapes.
  const plain = { NO_COLOR: '1', FORCE_COLOR: undefined };
  const { code, said } = await runCommand(
    process.execPath,
    [...words, ...projects.flatMap((name) => ['--project', name])],
    plain,
  );
  try {
    const { numPassedTests, numTotalTests, numFailedTestSuites, success } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = numTotalTests - numPassedTests;
    // A file that could not be loaded has no test to count, and an error outside any test has no file.
    const unseen = failed === 0 && (!success || code !== 0) ? Math.max(1, numFailedTestSuites) : 0;
    return { passed: numPassedTests, failed: failed + unseen, said };
  } catch {
    return { passed: 0, failed: 1, said };
  }
};

const browser = async (): Promise<Outcome> => {
  const report = `${reports}/playwright.json`;
  const { code, said } = await runCommand(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    {
      CHROMIUM: ensureChromium(),
      SITE_PORT: String(await freePort()),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  );
  try {
    const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
    // One that passes at its second try may be the machine's, or one in a hundred; more are ours.
    const forgiven = Math.min(stats.flaky, Math.max(1, Math.floor((stats.expected + stats.flaky) / 100)));
    const failed = stats.unexpected + stats.skipped + stats.flaky - forgiven + errors.length;
    const unsteady = stats.flaky > 0 ? `${said}\n${stats.flaky} passed at the second try only.` : '';
    return {
      passed: stats.expected + forgiven,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      said,
      unsteady,
    };
  } catch {
    return { passed: 0, failed: 1, said };
  }
};

const stages: readonly Stage[] = [
  {
    name: 'style',
    about: 'format and lint',
    run: () => command(['node_modules/@biomejs/biome/bin/biome', 'check', '.']),
  },
  {
    name: 'arrows',
    about: 'imports between rooms',
    run: () =>
      command([
        'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'src',
        'mocks',
        'build',
      ]),
  },
  { name: 'sync', about: 'types of Astro', run: () => command(['node_modules/astro/bin/astro.mjs', 'sync']) },
  { name: 'types', about: 'TypeScript', run: () => command(['node_modules/@typescript/native/bin/tsc', '--noEmit']) },
  {
    name: 'pages',
    about: 'Astro files',
    run: () =>
      command(['node_modules/astro/bin/astro.mjs', 'check', '--noSync', '--minimumFailingSeverity', 'warning']),
  },
  { name: 'units', about: 'rooms, interface, server', run: () => vitest(['rooms', 'interface', 'server']) },
  { name: 'scenarios', about: 'check of the catalogue', run: () => command(['src/cli/scenarios.ts', 'check']) },
  { name: 'walk', about: 'every edge of the catalogue', run: () => command(['src/cli/scenarios.ts', 'play']) },
  {
    name: 'mutants',
    about: 'of which files every mutant was tried',
    loud: true,
    run: () => command(['tests/scenarios/every-mutant.ts', '--say']),
  },
  {
    name: 'fuzz',
    about: 'a hundred thousand bad batches, eight thousand bad scenario files',
    loud: true,
    run: () => command(['tests/fuzz/main.ts']),
  },
  { name: 'build', about: 'the site', run: () => command(['src/cli/build.ts']) },
  { name: 'gates', about: 'what was built', run: () => vitest(['gates']) },
  { name: 'audit', about: 'known faults of the packages', loud: true, run: audit },
  { name: 'browser', about: 'in Chromium', run: browser },
];

/** `npm test [stage…]`: every check, one line a stage, and the total. */
async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(`No stage is called ${unknown.join(', ')}. Stages: ${stages.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  let passed = 0;
  let failed = 0;
  for (const stage of stages) {
    if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
    const began = performance.now();
    const outcome = await stage.run();
    passed += outcome.passed;
    failed += outcome.failed;
    if (outcome.failed > 0 || stage.loud) console.log(outcome.said.trimEnd());
    else if (outcome.unsteady) console.log(outcome.unsteady.trimEnd());
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const verdict = outcome.failed > 0 ? 'FAILED' : 'ok';
    console.log(
      `${stage.name.padEnd(10)} ${verdict.padEnd(7)} ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s (${stage.about})`,
    );
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

// Times and dates are right everywhere or not at all: a place 12 h 45 from London finds out.
process.env.TZ = 'Pacific/Chatham';
process.env.ASTRO_TELEMETRY_DISABLED = '1';
await main(process.argv.slice(2));
