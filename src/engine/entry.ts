import { isDay, showDay, showMonth } from './dates.ts';
import type { Field, PasswordRule } from './scenario/index.ts';
import type { RawEntry, Reading, Value, ValueKind } from './values.ts';

/** The parts of a field that decide how its entry is read. */
export type Readable =
  | { readonly input: Exclude<Field['input'], 'digits' | 'nir' | 'code' | 'amount' | 'grid'> }
  | { readonly input: 'digits' | 'nir' | 'code'; readonly digits?: number }
  | { readonly input: 'amount' | 'grid'; readonly cents: boolean };

const kindOfInput: Record<Field['input'], ValueKind> = {
  text: 'text',
  email: 'email',
  phone: 'phone',
  digits: 'digits',
  reference: 'reference',
  nir: 'nir',
  code: 'code',
  amount: 'amount',
  number: 'number',
  date: 'date',
  password: 'secret',
  'new-password': 'secret',
  choice: 'choice',
  'yes-no': 'choice',
  choices: 'choices',
  tick: 'tick',
  typeahead: 'choice',
  file: 'document',
  grid: 'amount',
  captcha: 'text',
};

/** The kind of value a field holds (a grid: the kind of its cells). */
export function kindOf(field: Pick<Field, 'input'>): ValueKind {
  return kindOfInput[field.input];
}

const empty: Reading = { state: 'empty' };
const malformed: Reading = { state: 'malformed' };
const read = (value: Exclude<Value, null>): Reading => ({ state: 'read', value });

/**
 * Reads what the learner's hands produced as the field's kind of value. One reading serves the field, the fake back
 * end and the solver (DESIGN §13.6). Blank is `empty`, never zero.
 */
export function readEntry(field: Readable, raw: RawEntry | undefined): Reading {
  if (raw === undefined) return empty;
  if (typeof raw === 'boolean') return raw ? read(true) : empty;
  if (typeof raw !== 'string') return raw.length === 0 ? empty : read([...raw].sort());
  const text = raw.trim();
  if (text === '') return empty;
  switch (field.input) {
    case 'nir':
    case 'digits':
    case 'code':
      return readDigits(text, field);
    case 'reference':
      return /^[A-Z0-9]+$/.test(compact(text)) ? read(compact(text)) : malformed;
    case 'amount':
    case 'grid':
      return readAmount(text, field.cents);
    case 'number':
      return /^\d{1,6}$/.test(text) ? read(Number(text)) : malformed;
    case 'date':
      return readDate(text);
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? read(text.toLowerCase()) : malformed;
    case 'phone':
      return /^\+?[\d\s.-]{6,20}$/.test(text) ? read(text.replace(/[\s.-]/g, '')) : malformed;
    case 'password':
    case 'new-password':
      return read(raw); // spaces count in a password
    default:
      return read(text);
  }
}

/** A number as it is compared: people part its groups as they like. */
const compact = (text: string) => text.replace(/[\s.\u00a0\u202f-]/g, '').toUpperCase();

function readDigits(text: string, field: { readonly input: string; readonly digits?: number }): Reading {
  const number = compact(text);
  const shape = field.input === 'nir' ? /^\d+$|^\d{6}[AB]\d*$/ : /^\d+$/;
  if (!shape.test(number)) return malformed;
  return field.digits !== undefined && number.length !== field.digits ? malformed : read(number);
}

function readAmount(text: string, cents: boolean): Reading {
  const figures = text.replace(/[\s\u00a0\u202f]|€|euros?$/gi, '');
  const match = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(figures);
  if (!match) return malformed;
  if (!cents && match[2] !== undefined && Number(match[2]) !== 0) return malformed;
  return read(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')));
}

function readDate(text: string): Reading {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return isDay(text) ? read(text) : malformed;
  if (text.replace(/[/.\s-]/g, '') === '') return empty;
  const match = /^(\d{1,2})\s*[/.\s-]\s*(\d{1,2})\s*[/.\s-]\s*(\d{4})$/.exec(text);
  if (!match) return malformed;
  const [, day = '', month = '', year = ''] = match;
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value) ? read(value) : malformed;
}

/** What a person would type to enter a value: the inverse of `readEntry`. */
export function rawOf(field: Pick<Field, 'input'>, value: Value): RawEntry {
  if (value === null) return '';
  if (field.input === 'number') return String(value);
  if (typeof value === 'number') {
    const euros = Math.floor(value / 100);
    return value % 100 === 0 ? String(euros) : `${euros},${String(value % 100).padStart(2, '0')}`;
  }
  if (field.input === 'date' && typeof value === 'string') return value.split('-').reverse().join('/');
  return value;
}

/** Whether two values of a kind are the same for a public service: words without case, accents or double spaces. */
export function sameValue(kind: ValueKind, a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined || a === null || b === null) return (a ?? null) === (b ?? null);
  if (typeof a === 'object' && typeof b === 'object') {
    return a.length === b.length && [...a].sort().every((id, index) => id === [...b].sort()[index]);
  }
  if (kind === 'text') return plain(String(a)) === plain(String(b));
  if (kind === 'reference') return compact(String(a)) === compact(String(b));
  if (kind === 'email') return String(a).toLowerCase() === String(b).toLowerCase();
  return a === b;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s’'-]+/g, ' ')
    .trim()
    .toLowerCase();
}

let euros: Intl.NumberFormat | undefined;

/** A value as it is written in French: « 1 203,45 € », « 12 novembre 2026 ». Choices are shown by their label elsewhere. */
export function showValue(kind: ValueKind, value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (kind === 'number') return String(value);
  if (typeof value === 'number') {
    // Made when first needed: it is dear to make, and a page that shows no amount need not wait for it.
    euros ??= new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
    return euros.format(value / 100);
  }
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non';
  if (typeof value === 'object') return value.join(', ');
  if (kind === 'date') return showDay(value);
  if (kind === 'month') return showMonth(value);
  if (kind === 'secret') return '•'.repeat(8);
  if (kind === 'nir') return value.replace(/^(.)(..)(..)(..)(...)(...)(..)?$/, '$1 $2 $3 $4 $5 $6 $7').trim();
  return value;
}

/** Which rules of a new password an entry meets, in the order of the rules. */
export function passwordRulesMet(rules: readonly PasswordRule[], raw: string): readonly boolean[] {
  const classes = { digit: /\d/, upper: /\p{Lu}/u, lower: /\p{Ll}/u, special: /[^\p{L}\d\s]/u };
  return rules.map((rule) => ('min' in rule ? raw.length >= rule.min : classes[rule.has].test(raw)));
}
