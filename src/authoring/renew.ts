import { textsOf } from './check/variants.ts';
import { assemble } from './compile/placed.ts';
import { keyOf, splitKey } from './compile/text-key.ts';
import type { Library } from './load/library.ts';
import { load } from './load/load.ts';

/** A text of a variant whose mark was made anew: what its author is to read again. */
export interface Renewed {
  readonly file: string;
  readonly variant: string;
  readonly path: string;
  readonly usual: string;
  readonly other: string;
}

/**
 * Gives each text of a variant the mark of the words that it says otherwise today. Nothing else of a file moves. Returns
 * the files that change, and what changed in them.
 */
export function renewVariants(library: Library): {
  readonly texts: ReadonlyMap<string, string>;
  readonly renewed: readonly Renewed[];
} {
  const loaded = load(library);
  const texts = new Map<string, string>();
  const renewed: Renewed[] = [];
  for (const [id, source] of loaded.scenarios) {
    const { assembled, lost } = assemble(id, loaded);
    const usuals = assembled && lost === null ? textsOf(assembled) : null;
    for (const [index, variant] of (source.data.variants ?? []).entries()) {
      for (const [key, other] of Object.entries(variant.texts)) {
        const { path } = splitKey(key);
        const usual = usuals?.get(path);
        if (usual === undefined || key === keyOf(path, usual)) continue;
        const { file, line } = source.at(['variants', index, 'texts', key]);
        const lines = (texts.get(file) ?? library.get(file) ?? '').split('\n');
        // Several may stand on one line, and one be the end of another. A path has no sign that a pattern reads otherwise.
        const written = new RegExp(`(?<![\\w/-])${key}(?![\\w#-])`);
        lines[line - 1] = (lines[line - 1] ?? '').replace(written, keyOf(path, usual));
        texts.set(file, lines.join('\n'));
        renewed.push({ file, variant: variant.id, path, usual, other });
      }
    }
  }
  return { texts, renewed };
}
