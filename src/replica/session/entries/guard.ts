import type { RealData } from '#recording';

/**
 * A first guard on real identifiers: it knows three shapes whose check digits make a false alarm unlikely. The
 * exercise's own numbers never pass these checks, or have the commune 000 that no real number has.
 */
export type LooksReal = (value: string) => RealData | null;

export const looksReal: LooksReal = (value) => {
  const compact = value.replace(/[\s.\u00a0\u202f-]/g, '').toUpperCase();
  if (compact.length < 15 || compact.length > 34) return null;
  if (isRealNir(compact)) return 'nir';
  if (isFrenchIban(compact)) return 'iban';
  if (isCard(compact)) return 'card';
  return null;
};

/** 13 characters and their key; the commune, characters 8 to 10, is 000 for every persona. */
function isRealNir(text: string): boolean {
  if (!/^[1-4]\d{4}(\d\d|2A|2B)\d{8}$/.test(text) || text.slice(7, 10) === '000') return false;
  const number = BigInt(text.slice(0, 13).replace('2A', '19').replace('2B', '18'));
  return 97n - (number % 97n) === BigInt(text.slice(13));
}

function isFrenchIban(text: string): boolean {
  if (!/^FR\d{2}[0-9A-Z]{23}$/.test(text)) return false;
  const moved = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(moved) % 97n === 1n;
}

/** Sixteen digits under Luhn's rule. */
function isCard(text: string): boolean {
  if (!/^[3-6]\d{15}$/.test(text)) return false;
  const sum = [...text].reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
