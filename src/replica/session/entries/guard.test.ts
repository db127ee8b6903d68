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
    ['a NIR as services ask for it, without its key', '2550814168025', 'nir'],
    ['thirteen digits of a month that is none', '2551914168025', null],
    ['a tax number', '12 34 567 890 066', 'fiscal'],
    ['a persona’s tax number', '99 00 000 001 952', null],
    ['a residence permit', '7503123456', 'foreigner'],
    ['a mobile phone', '06 12 34 56 78', 'phone'],
    ['a phone from abroad', '+33 (0)6 12 34 56 78', 'phone'],
    ['a phone with slashes', '06/12/34/56/78', 'phone'],
    ['a phone in full-width digits', '０６１２３４５６７８', 'phone'],
    ['a phone within a sentence', 'appelez le 06 12 34 56 78 après 18 h', 'phone'],
    ['a phone of Réunion', '+262 692 12 34 56', 'phone'],
    ['a phone of Guadeloupe', '00590 690 12 34 56', 'phone'],
    ['a phone of Guyane', '+594 594 12 34 56', 'phone'],
    ['a phone of Martinique', '+596696123456', 'phone'],
    ['a phone of Saint-Pierre-et-Miquelon', '+508 41 23 45', 'phone'],
    ['a phone of New Caledonia', '+687 75.12.34', 'phone'],
    ['a phone of French Polynesia', '00689 87 12 34 56', 'phone'],
    ['a phone of another country', '+212 6 12 34 56 78', 'phone'],
    ['the beginning of one', '+212 6 12', null],
    ['a phone of Mayotte kept for fiction', '+262 639 98 04 12', null],
    ['a phone with underscores', '06_12_34_56_78', 'phone'],
    ['a phone with long dashes', '06–12–34–56–78', 'phone'],
    ['a phone that letters touch', 'tel06 12 34 56 78', 'phone'],
    ['one that letters follow', '0612345678merci', 'phone'],
    ['one with slashes that letters touch', 'tel06/12/34/56/78', 'phone'],
    ['a phone with a sign of no width', '06 12\u200b34 56\u2060 78', 'phone'],
    ['a phone with soft hyphens', '06\u00ad12\u00ad34\u00ad56\u00ad78', 'phone'],
    ['a phone in Arabic digits', '٠٦ ١٢ ٣٤ ٥٦ ٧٨', 'phone'],
    ['a phone in Persian digits', '۰۶۱۲۳۴۵۶۷۸', 'phone'],
    ['a mail address with spaces', 'marie @ gmail.com', 'email'],
    ['a persona’s NIR, without its key, in a sentence', 'mon numéro 2 88 07 99 000 123 svp', null],
    ['a phone kept for fiction', '06 39 98 04 12', null],
    ['the number of a service', '3230', null],
    ['a date', '06/11/1984', null],
    ['a mail address', 'Marie.Martin@orange.fr', 'email'],
    ['an address that is not finished', 'marie.martin@orange', null],
    ['an address of examples', 'marie@example.org', null],
    ['a plate', 'ab-123-cd', 'plate'],
    ['a plate of before 2009', '1234 AB 75', 'plate'],
    ['a plate that no vehicle has', 'BU-408-UC', null],
    ['a day that looks like an old plate', '12 mar 84', null],
    ['a wrong key', '2 55 08 14 168 025 39', null],
    ['words', 'Saint-Étienne-du-Rouvray, chez M. Exemple', null],
    ['nothing', '', null],
  ])('%s', (_what, value, found) => {
    expect(looksReal(value)).toBe(found);
  });

  const own = ['1900575000042', '0639980412', 'amina.sorel@boite-replique.fr', 'BU-408-UC', '99 00 000 001 952'];
  it.each([
    ['a digit changed in the commune', '1900575010042'],
    ['two digits swapped', '06 93 98 04 12'],
    ['the phone as from abroad, a digit wrong', '+33 6 49 98 04 12'],
    ['the number with what follows it', '190057500004252'],
    ['another name at the persona’s mail service', 'sorel.amina@boite-replique.fr'],
    ['a letter forgotten', 'amina.sorel@boite-replque.fr'],
    ['the plate read badly', 'BV-408-VC'],
    ['what has been typed so far', '990000000'],
  ])('takes %s for a slip on the persona’s own value', (_what, value) => {
    expect(looksReal(value, { own })).toBeNull();
  });

  it('still sees a stranger’s value beside the persona’s', () => {
    expect(looksReal('2550814168025', { own })).toBe('nir');
    expect(looksReal('amina.sorel@gmail.com', { own })).toBe('email');
    expect(looksReal('0612345678', { own })).toBe('phone');
  });

  it('waits for the end of a number when the field says how long it is', () => {
    expect(looksReal('2550814168', { digits: 13 })).toBeNull();
    expect(looksReal('2550814168025', { digits: 13 })).toBe('nir');
  });
});
