import { variantKeys } from '#engine';
import { compileActions } from '../compile/blocks.ts';
import type { Assembled } from '../compile/placed.ts';
import { keyOf, markOf, splitKey } from '../compile/text-key.ts';
import { type Fault, fault } from '../faults/fault.ts';
import { nearest } from '../nearest.ts';
import { fieldsIn } from './parts.ts';

/** The texts of a scenario that a variant may say otherwise, by path: the usual words. */
export function textsOf({ screens }: Assembled): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { id: screen, source, ...placed } of screens.values()) {
    const actions = compileActions(source.actions ?? [], { contracts: {}, always: {}, drawing: () => '' });
    const parts = [
      ...fieldsIn({ id: screen, source, ...placed }).map(({ is }) => [is.field, is] as const),
      ...actions.map((action) => [action.id, action] as const),
    ];
    texts.set(`${screen}/title`, source.title);
    for (const [id, part] of parts)
      for (const key of variantKeys) {
        const text = (part as Readonly<Record<string, unknown>>)[key];
        if (typeof text === 'string') texts.set(`${screen}/${id}/${key}`, text);
      }
  }
  return texts;
}

/** A variant changes texts that exist, of a screen that is drawn late enough, and that still say what it was written for. */
export function checkVariants(assembled: Assembled): readonly Fault[] {
  const { file } = assembled;
  const texts = textsOf(assembled);
  const seen = new Set<string>();
  return (file.data.variants ?? []).flatMap((variant, index) => {
    const { id } = variant;
    const twice = seen.has(id) ? [fault('S008', file.at(['variants', index]), { what: 'La variante', name: id })] : [];
    seen.add(id);
    const wrong = Object.keys(variant.texts).flatMap((key) => {
      const { path, mark } = splitKey(key);
      const at = file.at(['variants', index, 'texts', key]);
      const usual = texts.get(path);
      if (usual === undefined) return [fault('S081', at, { path, near: nearest(path, [...texts.keys()]) })];
      // The start screen is written once, in the page itself, before a run draws its variant.
      if (path.startsWith(`${file.data.start}/`)) return [fault('S083', at, { path, screen: file.data.start })];
      if (mark === markOf(usual)) return [];
      return [fault(mark === null ? 'S084' : 'S085', at, { path, usual, key: keyOf(path, usual) })];
    });
    return [...twice, ...wrong];
  });
}
