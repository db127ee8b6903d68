import { tied } from '#i18n';

/** What is compared, looked up or drawn as it is: never changed. */
const exact = new Set(['value', 'answer', 'cells', 'series', 'when', 'svg', 'address', 'evidence', 'challenge']);

/**
 * Ties French signs to their words in everything that a person reads. Identifiers hold no blank, and values are left
 * alone: only texts change.
 */
export function tiedTexts<T>(data: T): T {
  if (typeof data === 'string') return tied(data);
  if (Array.isArray(data)) return data.map(tiedTexts) as T;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, each]) => [key, exact.has(key) ? each : tiedTexts(each)]),
  ) as T;
}
