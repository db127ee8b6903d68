import { isBuilt } from '../../src/cli/fingerprint.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { ensureChromium } from '../support/chromium.ts';
import { freePort } from '../support/postgres.ts';

/**
 * `npm run certify`: types markers in every field of every procedure, plays every screen with them, looks for
 * them everywhere, and writes docs/certificate.md. Exit code 1 when one is found again.
 */
async function main(): Promise<void> {
  if (!isBuilt()) {
    const { code, said } = await runCommand(process.execPath, ['src/cli/build.ts']);
    if (code !== 0) throw new Error(said.slice(-2000));
  }
  const { code, said } = await runCommand(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', 'silence.spec.ts', '--reporter=list', '--workers=1'],
    { CERTIFY: 'all', CHROMIUM: ensureChromium(), SITE_PORT: String(await freePort()) },
  );
  process.stdout.write(said);
  if (code !== 0) process.exitCode = 1;
}

process.env.TZ = 'Pacific/Chatham';
await main();
