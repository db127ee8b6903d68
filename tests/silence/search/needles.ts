import { type Marker, shortest } from '../markers.ts';

/** A row of bytes that gives a marker away. */
export interface Needle {
  readonly marker: Marker;
  /** "base64 from the second byte" */
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** All that is looked for: each long form of each marker, in each encoding. */
export function needlesOf(markers: readonly Marker[]): readonly Needle[] {
  return markers.flatMap((marker) => [
    ...marker.forms
      .filter(({ length }) => length >= shortest)
      .flatMap((form) => encodings(form).map(([encoding, bytes]) => ({ marker, encoding, bytes }))),
    ...marker.numbers.flatMap((number) =>
      binaries(number).map(([encoding, bytes]) => ({ marker, encoding, bytes: Buffer.from(bytes) })),
    ),
  ]);
}

/** The usual ways to write a text. Each is the part that is the same whatever stands around. */
function encodings(form: string): readonly (readonly [string, Buffer])[] {
  const all: (readonly [string, Buffer])[] = [];
  for (const text of new Set([form, form.toUpperCase()])) {
    const plain = Buffer.from(text, 'utf8');
    const wide = Buffer.from(text, 'utf16le');
    const units = [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16));
    all.push(
      ['as typed', plain],
      ['UTF-16', wide],
      ['UTF-16 big-endian', Buffer.from(wide).swap16()],
      ['URL', Buffer.from(encodeURIComponent(text))],
      ['URL, every character', Buffer.from(units.map((unit) => `%${unit}`).join(''))],
      ['URL, every character, capitals', Buffer.from(units.map((unit) => `%${unit.toUpperCase()}`).join(''))],
      ['JSON escapes', Buffer.from(units.map((unit) => `\\u${unit.padStart(4, '0')}`).join(''))],
      ['HTML entities', Buffer.from(units.map((unit) => `&#x${unit};`).join(''))],
      ['hexadecimal', Buffer.from(plain.toString('hex'))],
      ['hexadecimal, capitals', Buffer.from(plain.toString('hex').toUpperCase())],
      ['hexadecimal of UTF-16', Buffer.from(wide.toString('hex'))],
    );
    for (const [name, bytes] of [
      ['base64', plain],
      ['base64 of UTF-16', wide],
    ] as const)
      for (const [offset, where] of ['first', 'second', 'third'].entries())
        all.push([`${name}, from the ${where} byte`, base64At(bytes, offset)]);
  }
  const seen = new Set<string>();
  return all.filter(([, bytes]) => {
    const key = bytes.toString('latin1');
    return !seen.has(key) && seen.add(key);
  });
}

/** The characters of a base64 text that depend on nothing but these bytes, which begin at this place of a group of three. */
function base64At(bytes: Buffer, offset: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const first = [0, 2, 3][offset] ?? 0;
  const last = Math.floor(((offset + bytes.length) * 8) / 6);
  return Buffer.from(whole.slice(first, last));
}

/** As databases and browsers write numbers: eight bytes of a double, and the integer of SQLite's records. */
function binaries(number: number): readonly (readonly [string, Buffer])[] {
  const double = Buffer.alloc(8);
  double.writeDoubleLE(number);
  const whole = Buffer.alloc(8);
  whole.writeBigInt64BE(BigInt(number));
  const six = Math.abs(number) < 2 ** 47 ? whole.subarray(2) : whole;
  // Under 2^40 its upper bytes are zeros: not rare enough.
  const isRare = Math.abs(number) >= 2 ** 40;
  return [
    ['double', double],
    ['double, big-endian', Buffer.from(double).swap64()],
    ...(isRare ? [['integer', six] as const] : []),
  ];
}
