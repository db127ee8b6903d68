import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Arguments without which Chromium calls home, refuses to run as root, or measures something else. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A plain-http address that is not localhost: no secure context, as in a training room.
  '--host-resolver-rules=MAP lan.test 127.0.0.1',
];

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Chromium on this machine: CHROMIUM, Playwright's own, else the system's. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM ?? '', chromium.executablePath(), ...usual].find((path) => path && existsSync(path));
}

/** The same, fetched when there is none: Playwright's own, else Debian's package. Throws a sentence when both fail. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  const ways: [string, string[]][] = [
    [process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']],
  ];
  if (process.getuid?.() === 0)
    ways.push(['sh', ['-c', 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium']]);
  for (const [command, words] of ways) {
    spawnSync(command, words, { stdio: 'inherit' });
    const now = findChromium();
    if (now && spawnSync(now, ['--version']).status === 0) return now;
  }
  throw new Error('No Chromium here, and none could be fetched: install it, or give its path in CHROMIUM.');
}
