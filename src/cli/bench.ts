import { measureAlert } from '../../tests/bench/alert.ts';
import { measureGuard } from '../../tests/bench/guard.ts';
import { measureCatalogue, measureMemory } from '../../tests/bench/house.ts';
import { measureIntake } from '../../tests/bench/intake.ts';
import type { Measure } from '../../tests/bench/measure.ts';
import { measureOpening, measureTyping, type Origins } from '../../tests/bench/pages.ts';
import { buildPeers } from '../../tests/bench/peers/build.ts';
import { servePeers } from '../../tests/bench/peers/serve.ts';
import { measureReport } from '../../tests/bench/report.ts';
import { startBrowser } from '../../tests/bench/slow-browser.ts';
import { startSite } from '../../tests/support/site.ts';
import { isBuilt } from './fingerprint.ts';
import { runCommand } from './run-command.ts';

const json = process.argv.includes('--json');
const option = (name: string, usual: number): number =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const rounds = option('rounds', 5);
const events = option('events', 1_000_000);
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));

type Browsers = Awaited<ReturnType<typeof startBrowser>>;

async function withPages(measure: (browser: Browsers, origins: Origins) => Promise<Measure[]>): Promise<Measure[]> {
  const peers = await servePeers(await buildPeers());
  const site = await startSite();
  const browser = await startBrowser();
  try {
    return await measure(browser, { ours: site.origin, peers: peers.origin });
  } finally {
    await browser.close();
    await site.stop();
    await peers.close();
  }
}

const parts: Readonly<Record<string, () => Promise<Measure[]>>> = {
  opening: () => withPages((browser, origins) => measureOpening(browser, origins, rounds)),
  typing: () => withPages((browser, origins) => measureTyping(browser, origins, rounds)),
  intake: () => measureIntake(rounds),
  alert: () => withPages((browser) => measureAlert(browser, rounds)),
  report: () => measureReport(events),
  catalogue: measureCatalogue,
  memory: measureMemory,
  guard: measureGuard,
};

/** `npm run bench -- [part…] [--rounds=5] [--events=1000000] [--json]`. Exit code 1 when a budget is passed. */
async function main(): Promise<void> {
  const unknown = wanted.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`No part is called ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  if (!isBuilt()) {
    const { code, said } = await runCommand(process.execPath, ['src/cli/build.ts']);
    if (code !== 0) throw new Error(said.slice(-2000));
  }
  const measures: Measure[] = [];
  const failures: { readonly part: string; readonly reason: string }[] = [];
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      const found = await run();
      measures.push(...found);
      if (!json) for (const measure of found) console.log(lineOf(measure));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push({ part: name, reason });
      if (!json) console.log(`${name}: not measured. ${reason}`);
    }
  }
  if (json) console.log(JSON.stringify({ measures, failures }, null, 2));
  if (failures.length > 0 || measures.some(({ ok }) => !ok)) process.exitCode = 1;
}

function lineOf({ name, unit, ours, peer, beside, ratio, budget, ok }: Measure): string {
  const figure = (value: number): string =>
    `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit}`;
  const against = peer === null ? '' : `beside ${figure(peer)} (${beside}), ratio ${ratio?.toFixed(2)}`;
  return `${ok ? 'ok  ' : 'OVER'}  ${name.padEnd(44)} ${figure(ours).padStart(16)}  ${budget.padEnd(14)} ${against}`;
}

await main();
