import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editorSchema, referencePage } from './generate.ts';

test.each([
  ['scenarios/schema.json', editorSchema],
  ['docs/langage.md', referencePage],
])('%s is what the schema gives: otherwise run `node src/authoring/schema/generate.ts`', (file, make) => {
  expect(readFileSync(file, 'utf8')).toBe(make());
});

test('every key of the language is explained', () => {
  const rows = referencePage().match(/^\| `.*\|$/gm) ?? [];
  expect(rows.filter((row) => /\|\s*\|$/.test(row))).toEqual([]);
  expect(rows.length).toBeGreaterThan(150);
  // One key of each kind of file, at its top.
  for (const key of ['takeAway', 'masthead', 'papers', 'returns', 'terms', 'palettes'])
    expect(rows.some((row) => row.startsWith(`| \`${key}\``))).toBe(true);
});
