import { readFileSync } from 'node:fs';
import { runCommand } from '../../src/cli/run-command.ts';
import { startSite } from '../support/site.ts';
import { type Measure, median, within } from './measure.ts';

/** Check and walk of the whole catalogue, brought to thirty procedures. */
export async function measureCatalogue(): Promise<Measure[]> {
  const check = await timed(['src/cli/scenarios.ts', 'check', '--json']);
  const play = await timed(['src/cli/scenarios.ts', 'play', '--json']);
  const { scenarios } = JSON.parse(check.said.slice(check.said.indexOf('{')));
  const seconds = (check.ms + play.ms) / 1000;
  return [
    within(`check and play, ${scenarios} scenarios`, 's', seconds, 60),
    within('check and play, brought to 30 scenarios', 's', (seconds * 30) / scenarios, 60),
  ];
}

async function timed(words: readonly string[]): Promise<{ readonly ms: number; readonly said: string }> {
  const began = performance.now();
  const { code, said } = await runCommand(process.execPath, words);
  if (code !== 0) throw new Error(`${words.join(' ')} failed: ${said.slice(-500)}`);
  return { ms: performance.now() - began, said };
}

/** Memory of the server that has served a page or two and has nothing to do. */
export async function measureMemory(): Promise<Measure[]> {
  const site = await startSite();
  try {
    for (const path of ['/', '/formateur/connexion', '/']) await (await fetch(site.origin + path)).text();
    const samples: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((done) => setTimeout(done, 1000));
      samples.push(residentMegabytes(site.process.pid ?? 0));
    }
    return [within('memory at rest', 'MB', median(samples), 180)];
  } finally {
    await site.stop();
  }
}

/** From the kernel; on a system without /proc there is nothing to read, and the bench says so. */
function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
