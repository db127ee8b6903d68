import { createHash } from 'node:crypto';
import type { Field } from '#engine';

/**
 * How an entry fares. taken: it has the shape that the field asks for, and stays in the box. malformed: the form refuses
 * it when it is sent. erased: it looks like a real identifier, and the guard empties the box at once.
 */
export const kinds = ['erased', 'malformed', 'taken'] as const;
export type Kind = (typeof kinds)[number];

/** Something typed that nobody else has typed, and where. */
export interface Marker {
  /** "caf/x connexion champ-nir taken" */
  readonly id: string;
  readonly kind: Kind | 'early' | 'path' | 'desk' | 'leak';
  /** What is put in the box. */
  readonly typed: string;
  /** The forms in which it could be stored: each alone would give it away. */
  readonly forms: readonly string[];
  /** As the engine would compute with it. */
  readonly numbers: readonly number[];
}

/** Shorter than this, a row of digits can be met by chance in millions of bytes. */
export const shortest = 9;
export const isShort = ({ forms }: Pick<Marker, 'forms'>): boolean => forms.every(({ length }) => length < shortest);

type Shape = Pick<Field, 'input'> & { readonly digits?: number; readonly cents?: boolean };

/** Makes markers from a seed: the same ones each time, two of which are never alike. */
export class Mint {
  readonly #seed: string;
  readonly #used = new Set<string>();

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Lower-case letters: the guard takes none for a plate or an account. */
  letters(id: string, length = 12): string {
    return this.#draw(id, (bytes) =>
      Array.from(bytes.subarray(0, length), (byte) => String.fromCharCode(97 + (byte % 26))).join(''),
    );
  }

  /** Digits behind a first one which keeps them from looking like a real number. */
  digits(id: string, length: number, first = length >= 10 ? '9' : '0'): string {
    return this.#draw(
      id,
      (bytes) => first + Array.from(bytes.subarray(0, length - first.length), (byte) => byte % 10).join(''),
    );
  }

  words(id: string, kind: Marker['kind']): Marker {
    const core = this.letters(id);
    return { id, kind, typed: core, forms: [core], numbers: [] };
  }

  /** A marker of this kind for a box of this field; null when the field has no such entry. */
  forField(field: Shape, kind: Kind, id: string): Marker | null {
    if (kind === 'erased') return this.#erased(field, id);
    return kind === 'malformed' ? this.#malformed(field, id) : this.#taken(field, id);
  }

  #erased(field: Shape, id: string): Marker {
    if (isWords(field)) {
      const core = this.letters(id);
      return { id, kind: 'erased', typed: `${core}@courrier-libre.fr`, forms: [core], numbers: [] };
    }
    const card = withLuhn(this.digits(id, 15, '4'));
    return { id, kind: 'erased', typed: card, forms: [card, card.slice(0, 15)], numbers: [Number(card)] };
  }

  #malformed(field: Shape, id: string): Marker | null {
    if (isWords(field) && field.input !== 'email' && field.input !== 'reference') return null;
    const core = this.letters(id);
    return {
      id,
      kind: 'malformed',
      typed: field.input === 'reference' ? `${core}!` : core,
      forms: [core],
      numbers: [],
    };
  }

  #taken(field: Shape, id: string): Marker {
    const plain = (typed: string, core = typed, numbers: readonly number[] = []): Marker => ({
      id,
      kind: 'taken',
      typed,
      forms: [core],
      numbers,
    });
    switch (field.input) {
      case 'email': {
        const core = this.letters(id);
        return plain(`${core}@boite.example`, core);
      }
      case 'new-password': {
        const core = this.letters(id);
        return plain(`${core}-A1`, core);
      }
      case 'digits':
      case 'nir':
      case 'code':
      case 'phone': {
        // A second nought: half-way it does not look like a real telephone.
        const text = field.digits ? this.digits(id, field.digits) : this.digits(id, 12, '009');
        return plain(text, text, text.length < shortest ? [] : [Number(text)]);
      }
      case 'number': {
        const text = this.digits(id, 6, '9');
        return plain(text);
      }
      case 'amount':
      case 'grid': {
        const figures = this.digits(id, field.cents ? 9 : 7, '9');
        const cents = field.cents ? figures : `${figures}00`;
        const [euros, rest] = [cents.slice(0, 7), cents.slice(7)];
        const forms = field.cents ? [`${euros},${rest}`, `${euros}.${rest}`, cents] : [cents, euros];
        return { id, kind: 'taken', typed: field.cents ? `${euros},${rest}` : euros, forms, numbers: [Number(cents)] };
      }
      case 'date':
        return this.#date(id);
      default:
        return { ...this.words(id, 'taken') };
    }
  }

  /** A day of the nineteenth century: nobody was born then who could come to this site. */
  #date(id: string): Marker {
    const typed = this.#draw(id, (bytes) => {
      const pair = (value: number) => String(value).padStart(2, '0');
      return `${pair(1 + ((bytes[0] ?? 0) % 28))}/${pair(1 + ((bytes[1] ?? 0) % 12))}/${1801 + ((bytes[2] ?? 0) % 98)}`;
    });
    const [day = '', month = '', year = ''] = typed.split('/');
    return {
      id,
      kind: 'taken',
      typed,
      forms: [typed, `${year}-${month}-${day}`, `${day}-${month}-${year}`, `${day}.${month}.${year}`],
      numbers: [Date.UTC(Number(year), Number(month) - 1, Number(day))],
    };
  }

  #draw(id: string, make: (bytes: Buffer) => string): string {
    for (let again = 0; again < 1000; again += 1) {
      const made = make(createHash('sha256').update(`${this.#seed} ${id} ${again}`).digest());
      if (this.#used.has(made)) continue;
      this.#used.add(made);
      return made;
    }
    throw new Error(`No marker is left for ${id}.`);
  }
}

const isWords = ({ input }: Shape): boolean =>
  ['text', 'email', 'reference', 'password', 'new-password', 'captcha', 'typeahead'].includes(input);

/** The digit after which a card number passes its check. */
function withLuhn(digits: string): string {
  const sum = [...digits].reduceRight((total, digit, index) => {
    const doubled = Number(digit) * ((digits.length - index) % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}
