import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Spot } from '../faults/fault.ts';

/** Keys and indexes that lead to a part of a file: ["screens", "connexion", "blocks", 0]. */
export type Path = readonly (string | number)[];

/** A YAML text and the way from its parts to their lines. */
export interface Parsed {
  readonly data: unknown;
  /** Syntax errors, with their lines. */
  readonly errors: readonly { readonly line: number; readonly detail: string; readonly duplicate?: string }[];
  /** The line of a part: of its key when it has one. Follows the path as far as it leads. */
  line(path: Path): number;
}

export function parseYaml(text: string): Parsed {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
  const errors = [...document.errors].map((error) => ({
    line: counter.linePos(error.pos[0]).line,
    detail: sentences[error.code] ?? 'cette ligne n’a pas la forme attendue.',
    ...(error.code === 'DUPLICATE_KEY' ? { duplicate: keyAt(text, error.pos[0]) } : {}),
  }));
  const line = (path: Path): number => lineOf(document, counter, path);
  if (errors.length > 0) return { data: undefined, errors, line };
  try {
    return { data: document.toJS(), errors, line };
  } catch {
    // The parser stops at aliases that unfold without end.
    return { data: undefined, errors: [{ line: 1, detail: 'ses alias (*) se déplient sans fin.' }], line };
  }
}

/** The parser's errors in French, by its codes. */
const sentences: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'un alias (*) ne peut pas être modifié.',
  BAD_ALIAS: 'cet alias (*) ne renvoie à rien.',
  BAD_INDENT: 'le retrait de cette ligne ne va pas.',
  BAD_SCALAR_START: 'ce texte commence par un signe réservé : mettez-le entre guillemets.',
  BLOCK_AS_IMPLICIT_KEY: 'un deux-points est de trop, ou un texte veut des guillemets.',
  BLOCK_IN_FLOW: 'une accolade ou un crochet n’est pas fermé.',
  MISSING_CHAR: 'il manque un signe (guillemet, deux-points, virgule, accolade ou crochet).',
  MULTILINE_IMPLICIT_KEY: 'cette clé tient sur plusieurs lignes : un deux-points ou un guillemet manque.',
  TAB_AS_INDENT: 'le retrait est fait de tabulations : mettez des espaces.',
  UNEXPECTED_TOKEN: 'un signe n’est pas à sa place.',
};

const keyAt = (text: string, position: number) => /^["']?([^"':\s]+)/.exec(text.slice(position))?.[1] ?? '?';

function lineOf(document: Document, counter: LineCounter, path: Path): number {
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && String(isScalar(item.key) ? item.key.value : item.key) === String(key),
      );
      if (!pair) break;
      offset = start(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)];
      if (item === undefined) break;
      offset = start(item) ?? offset;
      node = item;
    } else break;
  }
  return Math.max(1, counter.linePos(offset).line);
}

const start = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];

/** A validated part of a file. */
export interface Sourced<T> {
  readonly file: string;
  readonly data: T;
  /** Where a part of it stands. */
  at(path: Path): Spot;
}
