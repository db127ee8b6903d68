/**
 * A string of digits made from a seed: the same seed gives the same digits, so that a run restored after a reload,
 * a test and a demonstration meet the same codes. Not for secrets: nothing here protects anything.
 */
export function digitsFrom(seed: string, count: number): string {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
  let digits = '';
  while (digits.length < count) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    digits += String((mixed ^ (mixed >>> 14)) >>> 0).slice(-3);
  }
  return digits.slice(0, count);
}
