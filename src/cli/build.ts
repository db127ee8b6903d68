import { spawnSync } from 'node:child_process';
import { rememberBuild } from './fingerprint.ts';

/** `npm run build`: the site in dist/, and a note of what it was made from. */
const { status } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
  stdio: 'inherit',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0' },
});
if (status === 0) rememberBuild();
process.exitCode = status ?? 1;
