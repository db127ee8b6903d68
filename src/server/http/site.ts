import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { contentPolicy, inlineHashes, scriptPolicy } from './security.ts';

/** One file of the built site, with what was compressed of it at build time. */
export interface SiteFile {
  readonly path: string; // on the disk
  readonly type: string;
  readonly etag: string;
  /** Named by its content: can be kept for ever. */
  readonly immutable: boolean;
  /** Immutable, and nothing that a browser shows by itself: a script, a style, a font, words of a page. */
  readonly part: boolean;
  /** For pages, and scripts that are not a part of one. */
  readonly policy: string | null;
  readonly size: number;
  readonly encoded: Readonly<Partial<Record<Encoding, { readonly path: string; readonly size: number }>>>;
}

export type Encoding = 'br' | 'gzip';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
};
const suffixes = { br: '.br', gzip: '.gz' } as const;

export interface Site {
  /** The file behind a URL path, its slash at the end or not; null when the site has none. */
  find(path: string): SiteFile | null;
  /** The page for what is not found, when the site has one. */
  readonly notFound: SiteFile | null;
}

/**
 * Lists a built site once, at start. What is not in the list does not exist: no path that a request asks for ever
 * reaches the disk, so none can climb out of the folder.
 */
export function readSite(client: string): Site {
  const names = readdirSync(client, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(client, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const present = new Set(names);
  const files = new Map<string, SiteFile>();
  for (const name of names) {
    if (/\.(br|gz)$/.test(name) && present.has(name.replace(/\.(br|gz)$/, ''))) continue;
    files.set(`/${name}`, fileOf(client, name, present));
  }
  return {
    find(path) {
      const exact = files.get(path);
      if (exact !== undefined && !path.endsWith('.html')) return exact;
      return files.get(path.endsWith('/') ? `${path}index.html` : `${path}/index.html`) ?? exact ?? null;
    },
    notFound: files.get('/404.html') ?? files.get('/404/index.html') ?? null,
  };
}

function fileOf(client: string, name: string, present: ReadonlySet<string>): SiteFile {
  const path = join(client, name);
  const bytes = readFileSync(path);
  const encoded: Partial<Record<Encoding, { path: string; size: number }>> = {};
  for (const encoding of ['br', 'gzip'] as const) {
    const beside = `${name}${suffixes[encoding]}`;
    if (present.has(beside))
      encoded[encoding] = { path: join(client, beside), size: readFileSync(join(client, beside)).length };
  }
  const page = name.endsWith('.html');
  const immutable = name.startsWith('_astro/') || /^contenu\/.+\/[0-9a-f]{12}\.json$/.test(name);
  const part = immutable && /\.(js|css|json|woff2)$/.test(name);
  return {
    path,
    type: types[extname(name).toLowerCase()] ?? 'application/octet-stream',
    etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    immutable,
    part,
    policy: page
      ? contentPolicy(`/${name}`, inlineHashes(bytes.toString('utf8')))
      : name.endsWith('.js') && !part
        ? scriptPolicy
        : null,
    size: bytes.length,
    encoded,
  };
}

/** The best encoding that the browser takes and the site has; null for the file as it is. */
export function chooseEncoding(accepted: string | undefined, file: Pick<SiteFile, 'encoded'>): Encoding | null {
  const offers = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((q) => q !== undefined);
      return [name.trim(), quality === undefined ? 1 : Number(quality)];
    }),
  );
  const takes = (encoding: Encoding) => (offers.get(encoding) ?? offers.get('*') ?? 0) > 0;
  return (['br', 'gzip'] as const).find((encoding) => file.encoded[encoding] !== undefined && takes(encoding)) ?? null;
}
