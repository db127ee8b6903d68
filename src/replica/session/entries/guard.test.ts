import { describe, expect, it } from 'vitest';
import { looksReal } from './guard.ts';

// Numbers that pass the checks of real ones were made by arithmetic; none was taken from a person.
describe('the guard on real identifiers', () => {
  it.each([
    ['a NIR with its key', '2 55 08 14 168 025 38', 'nir'],
    ['a NIR of Corsica', '1 72 03 2A 004 018 87', 'nir'],
    ['a card number that breaks Luhn’s rule', '4970 1000 0000 0007', null],
    ['the test card of every payment manual', '4242 4242 4242 4242', 'card'],
    ['the IBAN of every bank manual', 'FR14 2004 1010 0505 0001 3M02 606', 'iban'],
    ['an IBAN with a wrong key', 'FR15 2004 1010 0505 0001 3M02 606', null],
    ['a persona’s NIR: commune 000', '2 88 07 99 000 123 82', null],
    ['thirteen digits', '2550814168025', null],
    ['a wrong key', '2 55 08 14 168 025 39', null],
    ['words', 'Saint-Étienne-du-Rouvray, chez M. Exemple', null],
    ['nothing', '', null],
  ])('%s', (_what, value, found) => {
    expect(looksReal(value)).toBe(found);
  });
});
