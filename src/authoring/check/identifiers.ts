/** The key of a social security number: 97 minus the remainder by 97; Corsica's 2A counts as 19, 2B as 18. */
export function nirKey(number: string): string {
  const digits = number.toUpperCase().replace('2A', '19').replace('2B', '18');
  return String(97 - Number(BigInt(digits) % 97n)).padStart(2, '0');
}

/** Whether a number of 13 or 15 characters is in commune 000, which no place has. */
export function isFictionNir(compact: string): boolean {
  return compact.slice(7, 10) === '000';
}

/** Whether an IBAN's check digits are right (ISO 13616: the number's remainder by 97 is 1). */
export function isValidIban(compact: string): boolean {
  const moved = compact.slice(4) + compact.slice(0, 4);
  const digits = moved.toUpperCase().replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return compact.length >= 15 && BigInt(digits) % 97n === 1n;
}

/** Whether a plate of the form in use since 2009 is one that no vehicle has: I, O and U, or the pair SS, are never on one. */
export function isFictionPlate(plate: string): boolean {
  return /[IOU]|SS/.test(plate);
}

/**
 * Whether the first nine of a society's fourteen digits (its SIREN) have their right last digit, by Luhn: every real
 * one has, La Poste's included.
 */
export function isValidSiret(compact: string): boolean {
  const sum = [...compact.slice(0, 9)].reduce((total, digit, at) => {
    const weighed = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
