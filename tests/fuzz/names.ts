import fc from 'fast-check';
import { hostile } from './mutate.ts';

/** Names that people and scripts have given: every writing, marks, emoji, formulas, markup, far too long. */
export const names: readonly string[] = [
  ...hostile,
  '=1+1',
  '+33612345678',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '  =HYPERLINK("http://pirate.example";"Cliquez")',
  '＝1+1',
  '"; =1+1; "',
  'a;b"c\nd',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '{{constructor}}',
  'مجموعة الثلاثاء',
  'קבוצה',
  'नादिया की कक्षा',
  'Ž̶̢a̵͝l̷g̸o̴',
  '\u2066abc\u2069\u202edcba',
  '\u200b\u200d\ufeff',
  '👩🏽‍🏫🇫🇷🏳️‍🌈',
  'ﷺ'.repeat(300),
  '\u0300'.repeat(5000),
  'Atelier\u2028du\u2029mardi',
  'é'.repeat(10_000),
];

/** Any text of Unicode, often one of those above, or with one in it. */
export const name: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...names),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'grapheme', maxLength: 20 })).map((parts) => parts.join('')),
);
