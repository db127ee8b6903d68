import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, fileOf, filesOfPage, pagesOf } from './site-files.ts';

/** Pages that the offline worker keeps, and the files each needs. */
interface OfflineManifest {
  readonly version: string;
  /** Kept as soon as the worker is installed. */
  readonly shell: readonly string[];
  /** Kept when the page was opened: by page, itself included. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
}

/**
 * Writes `sw.js`: the shell at once, each scenario when it is opened, nothing else ever. Answers of the server
 * (`/api`, trainers' and designers' pages) are not in its lists, so it never touches them.
 */
export function writeOfflineWorker(client: string): { readonly version: string; readonly pages: number } {
  const manifest = offlineManifest(client);
  const source = readFileSync(join(import.meta.dirname, 'offline-worker.js'), 'utf8');
  const [head, tail] = source.split('/* manifest */ null');
  if (head === undefined || tail === undefined)
    throw new Error('offline-worker.js has lost its place for the manifest');
  writeFileSync(join(client, 'sw.js'), `${head}${JSON.stringify(manifest)}${tail}`);
  return { version: manifest.version, pages: Object.keys(manifest.pages).length };
}

/** What `sw.js` will know of a built site. */
export function offlineManifest(client: string): OfflineManifest {
  const all = pagesOf(client);
  const files = (page: string): string[] => {
    const { scripts, later, others } = filesOfPage(client, page);
    return [page, ...scripts, ...later, ...others, ...contentOf(client, page)];
  };
  const shell = all.includes('/') ? files('/') : [];
  const pages = Object.fromEntries(
    all.filter((page) => /^\/(s|apropos)\//.test(page)).map((page) => [page, files(page)]),
  );
  const hash = createHash('sha256');
  for (const path of [...new Set([...shell, ...Object.values(pages).flat()])].sort())
    hash.update(path).update(readFileSync(fileOf(client, path)));
  return { version: hash.digest('hex').slice(0, 12), shell, pages };
}
