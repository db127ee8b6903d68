import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { contentOf, fileOf, filesOfPage, pagesOf } from '../../build/site-files.ts';

/** The folder of files that learners load. */
export const client = resolve(import.meta.dirname, '../../dist/client');

export const pages = existsSync(client) ? pagesOf(client) : [];
export const deskPages = pages.filter((page) => page.startsWith('/s/'));

export const htmlOf = (page: string): string => readFileSync(fileOf(client, page), 'utf8');

/**
 * Bytes sent for a file, by URL path: Brotli for text, which browsers ask for over https and on localhost; as it is for
 * fonts and pictures, which are compressed already. Over plain http browsers ask for gzip only: 14 % more.
 */
export function weight(path: string): number {
  const raw = readFileSync(fileOf(client, path));
  return isFont(path) || /\.(png|jpg|webp|avif)$/.test(path) ? raw.length : brotliCompressSync(raw).length;
}

export const isFont = (path: string): boolean => path.endsWith('.woff2');

/** Every file of a page, itself included, what it asks for later too. */
export function filesOf(page: string): string[] {
  const { scripts, later, others } = filesOfPage(client, page);
  return [page, ...scripts, ...later, ...others, ...contentOf(client, page)];
}

/**
 * What a desk must have to be acted on and answered: its page, what its island imports, the part of the scenario that
 * it begins on, the mocks. Panes, coach and the rest of the scenario come after.
 */
export function filesToAct(page: string): string[] {
  const { scripts, later } = filesOfPage(client, page);
  return [page, ...scripts, ...later.filter((path) => /\/network\./.test(path))];
}

export const total = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + weight(path), 0);
