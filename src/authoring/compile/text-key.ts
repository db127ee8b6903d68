import { createHash } from 'node:crypto';

/**
 * A text of a variant is keyed by its path and by the mark of the French words that it says otherwise (DESIGN §13.5):
 * "ressources/montants/hint#1f3a9c2e". When those words change, the mark no longer fits, and the other text is stale.
 */
export function splitKey(key: string): { readonly path: string; readonly mark: string | null } {
  const [path = '', mark] = key.split('#');
  return { path, mark: mark ?? null };
}

/** 8 hex digits: of a few texts a file, enough to tell a change. */
export const markOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

export const keyOf = (path: string, text: string): string => `${path}#${markOf(text)}`;
