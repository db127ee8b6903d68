import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import arrows from './rooms.json' with { type: 'json' };

type Room = keyof typeof arrows;

/** One import that the table of rooms forbids. */
interface ForbiddenImport {
  readonly file: string;
  readonly line: number;
  readonly imported: string;
  readonly why: string;
}

/** Reads the imports of an `.astro` file, which dependency-cruiser cannot, and holds them to build/rooms.json. */
export function forbiddenImportsOfAstro(file: string, source: string): ForbiddenImport[] {
  const found: ForbiddenImport[] = [];
  for (const match of source.matchAll(/^\s*import\s(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm)) {
    const imported = match[1] ?? '';
    const why = objection(file, imported);
    if (why !== null) {
      const line = source.slice(0, match.index).split('\n').length + (match[0].match(/^\n*/)?.[0].length ?? 0);
      found.push({ file, line, imported, why });
    }
  }
  return found;
}

/** The same for files of the disk, by path from the root of the project. */
export function forbiddenImportsOfFiles(files: readonly string[]): ForbiddenImport[] {
  return files.flatMap((file) => forbiddenImportsOfAstro(file, readFileSync(file, 'utf8')));
}

function objection(file: string, imported: string): string | null {
  const from = roomOf(file);
  if (from === null) return null;
  if (imported.startsWith('#')) {
    const to = imported.slice(1) as Room;
    return to === from || (arrows[from] as readonly string[]).includes(to) ? null : `${from} may not import ${to}`;
  }
  if (!imported.startsWith('.')) return null;
  const target = posix.normalize(posix.join(posix.dirname(file), imported));
  const to = roomOf(target);
  if (to === null || to === from) return null;
  if (!(arrows[from] as readonly string[]).includes(to)) return `${from} may not import ${to}`;
  return /\.(astro|css|svg|woff2)$/.test(target) || target.endsWith('/index.ts') || target.endsWith('/wake.ts')
    ? null
    : `import #${to} instead of a file inside it`;
}

function roomOf(path: string): Room | null {
  const name = /^(?:src\/)?([a-z0-9]+)\//.exec(path)?.[1];
  return name !== undefined && name in arrows ? (name as Room) : null;
}
