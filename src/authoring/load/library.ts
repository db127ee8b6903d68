import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every source file of the catalogue: path inside `scenarios/` → text. Pure from here on. */
export type Library = ReadonlyMap<string, string>;

/** Reads the YAML files and drawings under a folder. */
export function readLibrary(root: string): Library {
  const files = globSync('**/*.{yaml,yml,svg}', { cwd: root }).map((file) => file.split('\\').join('/'));
  return new Map(files.sort().map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}
