import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const inputs = '{src,mocks,scenarios,public,build}/**/*';
const alone = ['docs/certificate.md', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const note = '.cache/build';

/** Says whether dist/ was built from the files that are here now. */
export function isBuilt(): boolean {
  return existsSync('dist/server/entry.mjs') && existsSync(note) && readFileSync(note, 'utf8') === fingerprint();
}

/** Notes that dist/ comes from the files that are here now. */
export function rememberBuild(): void {
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, fingerprint());
}

/** Contents, not dates: a clone or a copy sets dates as it likes. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.env.PUBLIC_URL ?? '');
  const files = globSync(inputs, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  for (const file of [...files.sort(), ...alone.filter(existsSync)]) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}
