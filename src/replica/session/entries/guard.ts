import {
  isFictionNir,
  isFictionPhone,
  isFictionPlate,
  isValidIban,
  isValidTaxNumber,
  nirKey,
  passesLuhn,
} from '#engine';
import type { RealData } from '#recording';
import { isSlipOf } from './slips.ts';

/** What the field says of what is typed in it. */
export interface Expected {
  /** Values made to be copied: the persona's papers and messages, as written there. */
  readonly own?: readonly string[];
  /** How many digits the field asks for: a number that is shorter is not finished, and is not judged yet. */
  readonly digits?: number;
}

/** The kind of real identifier that a text is or holds; null when it could be nobody's, or is the persona's own but for a slip. */
export type LooksReal = (value: string, expected?: Expected) => RealData | null;

/** The shortest of them, a mail address or an old plate, has so many characters. */
const shortest = 6;

export const looksReal: LooksReal = (value, { own = [], digits = 0 } = {}) => {
  const text = plain(value);
  if (text.length < shortest) return null;
  let known: readonly string[] | undefined;
  for (const { kind, found } of candidates(text)) {
    if (/^\d+$/.test(found) && found.length < digits) continue;
    known ??= own.map((each) => written(plain(each)));
    const whole = written(text);
    const isKnown = (each: string) => isOwn(kind, found, each) || (whole !== found && isSlipOf(whole, each));
    if (!known.some(isKnown)) return kind;
  }
  return null;
};

interface Candidate {
  readonly kind: RealData;
  /** Without separators; a phone number in its national form. */
  readonly found: string;
}

/**
 * As it would be read aloud: signs that do not show are none, full-width and Arabic digits are digits, any dash or
 * underscore is a dash. Slashes part the pairs of a phone number, or a date: only the first is one number.
 */
const plain = (value: string): string =>
  value
    .normalize('NFKC')
    .replace(/\p{DI}|\s+(?=@)|(?<=@)\s+/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
    .replace(/[\p{Pd}_−]/gu, '-')
    .replace(/\d\d(\/\d\d){4}/, (pairs) => pairs.replaceAll('/', ''))
    .toUpperCase();
const bare = (text: string): string => text.replace(/[\s.()-]/g, '');
const account = /^[A-Z]{2}\d\d[\dA-Z]{11,30}$/;
/** France and its islands; elsewhere a number is whole with its country. */
const country = /^(?:(?:\+|00)(?:33|262|59[046])|33(?=[67]))0?(?=\d{9}$)/;
const written = (text: string): string => (text.includes('@') ? text : bare(text).replace(country, '0'));

/** The whole text without its separators, then what stands in a longer one: « mon numéro : 06 12 34 56 78 ». */
function* candidates(text: string): Generator<Candidate> {
  for (const [found] of text.matchAll(/[^\s@<>(),;:"]+@(?:[\p{L}\d][\p{L}\d-]*\.)+\p{L}{2,}/gu)) {
    if (!/(\.(EXAMPLE|INVALID|TEST)|@EXAMPLE\.(COM|ORG|NET))$/.test(found)) yield { kind: 'email', found };
  }
  const whole = bare(text);
  // The digits of an account number are not numbers of their own.
  const numbers = account.test(whole) ? [] : (text.match(/(?<![\p{L}\d])\+?\d(?:[ .-]?[\dAB])+(?![\p{L}\d])/gu) ?? []);
  // Letters may touch a phone number: « tel06 12 34 56 78 ».
  const phones = account.test(whole) ? [] : (text.match(/(?<!\d[\s.-]?)[+0]\d(?:[\s.-]?\d){8,13}/g) ?? []);
  const accounts = text.match(/(?<![\p{L}\d])FR ?\d\d(?: ?[\dA-Z]){23}(?![\p{L}\d])/gu) ?? [];
  for (const part of new Set([text, ...numbers, ...phones, ...accounts].map(bare))) {
    const kind = kindOfNumber(part);
    if (kind) yield { kind, found: kind === 'phone' ? part.replace(country, '0') : part };
  }
  const plates = text.match(/(?<![\p{L}\d-])[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}(?![\p{L}\d-])/gu) ?? [];
  for (const part of new Set([text, ...plates].map(bare))) if (isPlate(part)) yield { kind: 'plate', found: part };
}

/** A number with a key is asked for its key; one without is taken at its shape. */
function kindOfNumber(text: string): RealData | null {
  if (account.test(text)) return (!text.startsWith('FR') || text.length === 27) && isValidIban(text) ? 'iban' : null;
  const national = text.replace(country, '0');
  if (/^0[1-79]\d{8}$/.test(national)) return isFictionPhone(national) ? null : 'phone';
  if (/^(\+(?!33|262|59[046])[1-9]\d{8,14}|00(508|68[179])\d{6,9})$/.test(text)) return 'phone';
  if (/^[1-9]\d{8,9}$/.test(text)) return 'foreigner';
  if (/^[0-3]\d{12}$/.test(text) && isValidTaxNumber(text)) return 'fiscal';
  if (isNir(text)) return 'nir';
  return /^(3[47]\d{13}|(4\d|5[1-5]|2[2-7]|3[56]|6\d)\d{14})$/.test(text) && passesLuhn(text) ? 'card' : null;
}

/** Thirteen characters as INSEE makes them, with or without their key; the commune of every persona is 000. */
function isNir(text: string): boolean {
  const shape = /^[1-478]\d\d(0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(\d\d|2A|2B)\d{6}(\d\d)?$/;
  return (
    shape.test(text) && !isFictionNir(text) && (text.length === 13 || nirKey(text.slice(0, 13)) === text.slice(13))
  );
}

/** Since 2009 (AB-123-CD), or before (1234 AB 75): a date such as « 12 mar 84 » is none. */
function isPlate(text: string): boolean {
  if (/^[A-Z]{2}\d{3}[A-Z]{2}$/.test(text)) return !isFictionPlate(text);
  return (
    /^\d{2,4}(?!JAN|FEV|MAR|AVR|MAY|SEP|DEC)[A-Z]{2,3}(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97\d)$/.test(text) &&
    !isFictionPlate(text)
  );
}

/** A mail address is the persona's by its domain, which is an invented one; anything else as a whole. */
function isOwn(kind: RealData, found: string, own: string): boolean {
  if (isSlipOf(found, own)) return true;
  if (kind !== 'email') return false;
  const domain = own.split('@')[1];
  return domain !== undefined && isSlipOf(found.split('@')[1] ?? '', domain);
}
