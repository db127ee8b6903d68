/** Longest name of a group or of a colleague, in characters. */
export const longestLabel = 60;

/**
 * A name that staff typed, made safe to show to others: control characters, direction marks (which can turn a
 * sentence around) and invisible ones removed, spaces folded, cut at `longest`. Null when nothing is left.
 */
export function cleanLabel(typed: string, longest: number = longestLabel): string | null {
  const kept = typed
    .normalize('NFC')
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    // Cc: control. Cf: direction marks, zero-width characters. Co, Cn, Cs: not characters at all.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    // A pile of accents on one letter can cover the lines around it.
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/ +/g, ' ')
    .trim();
  const cut = [...kept].slice(0, longest).join('').trim();
  return cut === '' ? null : cut;
}
