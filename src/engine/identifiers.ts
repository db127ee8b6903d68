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

/** Ranges that the telecommunications authority keeps for fiction, national digits. */
const fictionPhones = ['019900', '026191', '035301', '046571', '053649', '063998'];

/** Whether a number is in a range that reaches nobody. `national`: its ten digits. */
export function isFictionPhone(national: string): boolean {
  return fictionPhones.some((range) => national.startsWith(range));
}

/**
 * Whether the first nine of a society's fourteen digits (its SIREN) have their right last digit, by Luhn: every real
 * one has, La Poste's included.
 */
export function isValidSiret(compact: string): boolean {
  return passesLuhn(compact.slice(0, 9));
}

/** Luhn's rule: from the right, every second digit doubled, the sum of all digits ends in 0. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const weighed = Number(digits.at(-1 - at)) * ((at % 2) + 1);
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** Whether thirteen digits have the key of a tax number: the last three are the first ten's remainder by 511. */
export function isValidTaxNumber(compact: string): boolean {
  return Number(compact.slice(0, 10)) % 511 === Number(compact.slice(10));
}
