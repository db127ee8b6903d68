import { expect, it } from 'vitest';
import { scenario } from '../../src/replica/testing/scenario.ts';
import { countFields } from './count-fields.ts';
import { fieldKey, openBook } from './hands.ts';
import { kinds, Mint } from './markers.ts';
import { typedFields } from './plan/asked.ts';

/** Everything that is asked has been typed. */
function filled() {
  const book = openBook(new Mint('count'));
  let fields = 0;
  for (const [at, screen] of Object.entries(scenario.screens))
    for (const field of typedFields(screen)) {
      fields += 1;
      for (const kind of kinds)
        if (book.mint.forField(field, kind, `${at} ${field.id} ${kind}`))
          book.filled.add(fieldKey(`${scenario.id} ${at}`, field, kind));
    }
  return { book, fields };
}

it('holds what was typed to what the catalogue asks, field by field, however the entry fared', () => {
  const { book, fields } = filled();
  expect(fields).toBeGreaterThan(2);
  expect(countFields(scenario, book)).toBe(fields);
  expect(book.faults).toEqual([]);
});

it('tells a field that was left out, and one that nobody asks for', () => {
  const { book } = filled();
  const [first = ''] = book.filled;
  book.filled.delete(first);
  book.filled.add(`${scenario.id} ailleurs/champ taken`);
  countFields(scenario, book);
  expect(book.faults).toEqual([
    `Nothing was typed: ${first}`,
    `Typed and not in the catalogue: ${scenario.id} ailleurs/champ taken`,
  ]);
});
