import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What a page of the built site asks for, by URL path. */
export interface PageFiles {
  /** "/s/caf/declaration-trimestrielle/" */
  readonly page: string;
  /** Scripts that the page or its islands import at once. */
  readonly scripts: readonly string[];
  /** Scripts that those import later on (`import()`): the mocks, for one. */
  readonly later: readonly string[];
  /** Styles, images and fonts. */
  readonly others: readonly string[];
}

/** Every HTML page of a folder, by its URL path: `index.html` gives its folder. */
export function pagesOf(client: string): string[] {
  return globSync('**/*.html', { cwd: client })
    .map((name) => `/${name.split('\\').join('/')}`.replace(/index\.html$/, ''))
    .sort();
}

/** Where a URL path lies on the disk. */
export function fileOf(client: string, path: string): string {
  return join(client, path.endsWith('/') ? `${path}index.html` : path);
}

/** Reads a page and follows its scripts' imports: exact, since all are relative names written by the bundler. */
export function filesOfPage(client: string, page: string): PageFiles {
  const html = readFileSync(fileOf(client, page), 'utf8');
  const own = (pattern: RegExp): string[] =>
    [...html.matchAll(pattern)].map((found) => (found[1] ?? '').replaceAll('&amp;', '&')).filter(isOurs);
  const entries = own(/(?:component-url|renderer-url|before-hydration-url)="([^"]+)"/g).concat(
    own(/<script[^>]*\ssrc="([^"]+)"/g),
  );
  const scripts = new Set<string>();
  const later = new Set<string>();
  const others = new Set([
    ...own(/<link[^>]*\srel="(?:stylesheet|icon|manifest)"[^>]*\shref="([^"]+)"/g),
    ...own(/<img[^>]*\ssrc="([^"]+)"/g),
    ...own(/url\(["']?([^"')]+)["']?\)/g),
  ]);
  for (const entry of entries) follow(client, entry, scripts, later);
  // What the page's own small script brings later.
  for (const script of own(/\.src="([^"]+\.js)"/g)) later.add(script);
  for (const lazy of [...later]) follow(client, lazy, later, later);
  // Styles that come with the scripts loaded on demand: the bundler names them beside each `import()`.
  for (const script of [...scripts, ...later])
    for (const found of readFileSync(fileOf(client, script), 'utf8').matchAll(/["'](_astro\/[^"']+\.css)["']/g))
      others.add(`/${found[1]}`);
  for (const css of [...others].filter((path) => path.endsWith('.css')))
    for (const found of readFileSync(fileOf(client, css), 'utf8').matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
      const path = posix.resolve(posix.dirname(css), found[1] ?? '');
      if (isOurs(path)) others.add(path);
    }
  const present = (paths: Iterable<string>): string[] =>
    [...new Set(paths)].filter((path) => existsSync(fileOf(client, path))).sort();
  return {
    page,
    scripts: present(scripts),
    later: present([...later].filter((path) => !scripts.has(path))),
    others: present(others),
  };
}

/** The compiled scenario of a page, all of it: "/s/caf/x/" reads "/contenu/caf/x/<hash>.json". */
export function contentOf(client: string, page: string): string[] {
  const id = /^\/s\/(.+)\/$/.exec(page)?.[1];
  if (id === undefined || !existsSync(join(client, 'contenu', id))) return [];
  return globSync('*.json', { cwd: join(client, 'contenu', id) }).map((name) => `/contenu/${id}/${name}`);
}

const isOurs = (path: string): boolean => path.startsWith('/') && !path.startsWith('//');

/** Adds a script and all it imports at once to `now`, and what it imports on demand to `later`. */
function follow(client: string, script: string, now: Set<string>, later: Set<string>, seen = new Set<string>()): void {
  if (seen.has(script) || !existsSync(fileOf(client, script))) return;
  seen.add(script);
  now.add(script);
  const code = readFileSync(fileOf(client, script), 'utf8');
  const at = (name: string): string => posix.resolve(posix.dirname(script), name);
  for (const found of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.m?js)["']/g))
    follow(client, at(found[1] ?? ''), now, later, seen);
  for (const found of code.matchAll(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.m?js)["'`]/g)) {
    const lazy = at(found[1] ?? '');
    if (now !== later) later.add(lazy);
    else follow(client, lazy, now, later, seen);
  }
}
