import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const squeezable = '**/*.{html,css,js,json,svg,txt,xml,webmanifest}';
/** Under this, the head of the answer weighs more than what is saved. */
const worthIt = 256;

/** Writes a `.br` and a `.gz` beside every text file that gains by it, for the server to send as they are. */
export async function precompress(folder: string): Promise<{ files: number; saved: number }> {
  let files = 0;
  let saved = 0;
  for (const name of globSync(squeezable, { cwd: folder })) {
    const path = join(folder, name);
    if (statSync(path).size < worthIt) continue;
    const raw = readFileSync(path);
    const [small, smaller] = await Promise.all([
      promisify(gzip)(raw, { level: 9 }),
      promisify(brotliCompress)(raw, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } }),
    ]);
    writeFileSync(`${path}.gz`, small);
    writeFileSync(`${path}.br`, smaller);
    files += 1;
    saved += raw.length - smaller.length;
  }
  return { files, saved: Math.round(saved / 1000) };
}
