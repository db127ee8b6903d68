import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CompiledCatalogue } from '#authoring';

/** What the processes of this stage tell each other: they share no memory. */
const folder = join(resolve(import.meta.dirname, '../..'), '.cache/browser');

export type Compiled = Pick<CompiledCatalogue, 'scenarios' | 'personas' | 'about'>;

export function forget(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

export function write(name: string, data: unknown): void {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(data));
}

export function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;
}

/** Leaves a mark. True when nobody had left it before. */
export function mark(kind: 'examined', key: string): boolean {
  mkdirSync(join(folder, kind), { recursive: true });
  try {
    writeFileSync(join(folder, kind, encodeURIComponent(key)), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

export function marks(kind: 'examined'): ReadonlySet<string> {
  mkdirSync(join(folder, kind), { recursive: true });
  return new Set(readdirSync(join(folder, kind)).map(decodeURIComponent));
}
