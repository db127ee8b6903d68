/**
 * Characters of a code: none that is mistaken for another in handwriting or aloud (no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V),
 * and no A, E or other vowel but Y, so that a code never spells a word.
 */
const alphabet = 'CDFGHJKMNPRTWXY34679';
const length = 8;

/**
 * A code "XXXX-XXXX" out of 20^8 = 25.6 thousand million (34 bits). With wrong tries limited to 30 in ten minutes an
 * address, a stranger who tries night and day against a thousand open groups meets one in about sixteen years.
 *
 * @param random fills bytes from a cryptographic source
 */
export function newCode(random: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  let code = '';
  const bytes = new Uint8Array(32);
  // 256 is not a multiple of 20: bytes from 240 up would favour some characters, and are drawn again.
  const fair = 256 - (256 % alphabet.length);
  while (code.length < length) {
    random(bytes);
    for (const byte of bytes) if (byte < fair && code.length < length) code += alphabet.charAt(byte % alphabet.length);
  }
  return showCode(code);
}

/**
 * What a person typed, as a code: case, spaces, dashes and dots do not count. Null when it cannot be one, which
 * needs no look in the database.
 */
export function readCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const bare = typed.toUpperCase().replace(/[\s.·_-]/gu, '');
  if (bare.length !== length) return null;
  for (const character of bare) if (!alphabet.includes(character)) return null;
  return showCode(bare);
}

function showCode(bare: string): string {
  return `${bare.slice(0, 4)}-${bare.slice(4)}`;
}
