/**
 * Ties French signs to their words: « ? », « : », « ; » and quotation marks never stand alone on a line. Goes through
 * a whole dictionary, the sentences made by its functions included.
 */
export function tied<T>(words: T): T {
  if (typeof words === 'string') {
    return words.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0') as T;
  }
  if (Array.isArray(words)) return words.map(tied) as T;
  if (typeof words === 'function') {
    const make = words as unknown as (...given: unknown[]) => unknown;
    return ((...given: unknown[]) => tied(make(...given))) as T;
  }
  if (typeof words === 'object' && words !== null) {
    return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, tied(value)])) as T;
  }
  return words;
}
