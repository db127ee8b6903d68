import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Mint } from '../markers.ts';
import { Finder } from './finder.ts';

const mint = new Mint('finder');
const words = mint.words('words', 'leak');
const others = Array.from({ length: 500 }, (_, at) => mint.words(`other ${at}`, 'leak'));
const figures = mint.forField({ input: 'digits', digits: 13 }, 'taken', 'figures');
const amount = mint.forField({ input: 'amount', cents: true }, 'taken', 'amount');
const code = mint.forField({ input: 'code', digits: 6 }, 'taken', 'code');
const day = mint.forField({ input: 'date' }, 'taken', 'day');
if (!figures || !amount || !code || !day) throw new Error('A field that asks for something takes something.');
const finder = new Finder([...others.slice(0, 250), words, figures, amount, code, day, ...others.slice(250)]);
const inside = (text: string) => finder.inBytes(Buffer.from(text)).map(({ marker }) => marker.id);
const hex = (text: string) => Buffer.from(text).toString('hex');

describe('what is typed is found', () => {
  it.each([
    ['as typed', (text: string) => text],
    ['in capitals', (text: string) => text.toUpperCase()],
    ['in a URL, every character', (text: string) => text.replace(/./g, (sign) => `%${hex(sign)}`)],
    ['in JSON escapes', (text: string) => text.replace(/./g, (sign) => `\\u00${hex(sign)}`)],
    ['in HTML entities', (text: string) => text.replace(/./g, (sign) => `&#x${hex(sign)};`)],
    ['in hexadecimal', hex],
    ['in base64', (text: string) => btoa(text)],
    ['in base64, from the second byte', (text: string) => btoa(`{${text}}`)],
    ['in base64, from the third byte', (text: string) => btoa(`["${text}"]`)],
    ['in base64 for addresses', (text: string) => Buffer.from(`??${text}??`).toString('base64url')],
  ])('%s', (_, encode) => {
    expect(inside(`avant ${encode(words.typed)} après`)).toContain('words');
    expect(inside(`avant${encode(figures.typed)}après`)).toContain('figures');
  });

  it('in UTF-16, and at the very edges', () => {
    const wide = Buffer.from(words.typed, 'utf16le');
    expect(finder.inBytes(wide)).toHaveLength(1);
    expect(finder.inBytes(Buffer.concat([Buffer.from([0]), Buffer.from(wide).swap16()]))).toHaveLength(1);
    expect(inside(words.typed)).toEqual(['words']);
  });

  it('as numbers: an amount in cents, a row of digits in a record, a day as a time', () => {
    const [cents = 0] = amount.numbers;
    expect(inside(`{"amount":${cents}}`)).toEqual(['amount']);
    const double = Buffer.alloc(10);
    double.writeDoubleLE(cents, 1);
    expect(finder.inBytes(double).map(({ encoding }) => encoding)).toEqual(['double']);
    const record = Buffer.alloc(12);
    record.writeBigInt64BE(BigInt(figures.typed), 3);
    expect(finder.inBytes(record).map(({ marker }) => marker.id)).toEqual(['figures']);
    expect(inside(day.typed.split('/').reverse().join('-'))).toEqual(['day']);
  });

  it('when it is short, as a word of its own', () => {
    const found = (text: string) => finder.inText(text).map(({ marker }) => marker.id);
    expect(code.typed).toHaveLength(6);
    expect(found(`{"code":"${code.typed}"}`)).toEqual(['code']);
    expect(found(`1${code.typed}1`)).toEqual([]);
  });

  it('and nothing else is', () => {
    expect(inside(`${words.typed.slice(1)} ${words.typed.slice(0, -1)} ${figures.typed.slice(0, 12)}`)).toEqual([]);
    expect(finder.inBytes(gzipSync(Buffer.from('rien'.repeat(100))))).toEqual([]);
    expect(finder.inBytes(new Uint8Array(1 << 20))).toEqual([]);
  });
});
