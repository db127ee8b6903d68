/**
 * Whether `typed` is `own`, or how it begins, but for a slip or two of the finger: a wrong, missing, added or swapped
 * character (three from twenty characters on). Somebody who is still typing has only the beginning.
 */
export function isSlipOf(typed: string, own: string): boolean {
  const most = typed.length >= 20 ? 3 : 2;
  if (typed.length > own.length + most) return false;
  const far = most + 1;
  let before: number[] = [];
  let row = Array.from({ length: most + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i++) {
    const next: number[] = i <= most ? [i] : [];
    let best = next[0] ?? far;
    // Places further apart than the slips allowed cannot be reached: a narrow band is enough.
    for (let j = Math.max(1, i - most); j <= Math.min(own.length, i + most); j++) {
      const same = typed[i - 1] === own[j - 1];
      const swapped = i > 1 && j > 1 && typed[i - 1] === own[j - 2] && typed[i - 2] === own[j - 1];
      const slips = Math.min(
        (row[j - 1] ?? far) + (same ? 0 : 1),
        (row[j] ?? far) + 1,
        (next[j - 1] ?? far) + 1,
        swapped ? (before[j - 2] ?? far) + 1 : far,
      );
      next[j] = slips;
      best = Math.min(best, slips);
    }
    if (best > most) return false;
    before = row;
    row = next;
  }
  return true;
}
