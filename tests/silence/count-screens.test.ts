import { expect, it } from 'vitest';
import { scenario } from '../../src/replica/testing/scenario.ts';
import { countScreens } from './count-screens.ts';
import { openBook } from './hands.ts';
import { Mint } from './markers.ts';

const keys = Object.keys(scenario.screens).map((screen) => `${scenario.id} ${screen}`);

/** Every screen has been played after something was typed. */
function allPlayed() {
  const book = openBook(new Mint('count'));
  for (const key of keys) book.played.set(key, true);
  return book;
}

it('holds what was played to the screens of the catalogue', () => {
  const book = allPlayed();
  expect(keys.length).toBeGreaterThan(2);
  expect(countScreens(scenario, book, [])).toEqual([]);
  expect(book.faults).toEqual([]);
});

it('tells a screen that was left out, one where nothing was typed, and one that nobody knows', () => {
  const book = allPlayed();
  const [first = '', second = ''] = keys;
  book.played.delete(first);
  book.played.set(second, false);
  book.played.set(`${scenario.id} ailleurs`, true);
  countScreens(scenario, book, []);
  expect(book.faults).toEqual([
    `Not played: ${first}`,
    `Nothing was typed before: ${second}`,
    `Played and not in the catalogue: ${scenario.id} ailleurs`,
  ]);
});

it('gives the title of a screen before which nobody can type', () => {
  const book = allPlayed();
  const [first] = Object.values(scenario.screens);
  if (!first) throw new Error('no screen');
  book.played.set(`${scenario.id} ${first.id}`, false);
  expect(countScreens(scenario, book, [first.id])).toEqual([first.title]);
  expect(book.faults).toEqual([]);
});
