import { expect, it } from 'vitest';
import type { Field, Screen } from '#engine';
import type { Happening, HelpLevel } from '#recording';
import { type Hearing, hear, newSession } from './session.ts';

const field = {
  kind: 'field',
  id: 'numero',
  input: 'nir',
  label: 'Numéro',
  required: true,
  coach: {
    mistakes: [
      { id: 'quinze', when: { digits: 15 }, say: 'Quinze chiffres : deux de trop.' },
      { id: 'lettre-o', when: { malformed: true, contains: 'o' }, say: 'Il y a la lettre O.' },
    ],
  },
} as unknown as Field;
const password = {
  kind: 'field',
  id: 'secret',
  input: 'password',
  label: 'Mot de passe',
  required: true,
  coach: { mistakes: [{ id: 'vide', when: { empty: true }, say: 'Le mot de passe est vide.' }] },
} as unknown as Field;
const screen = { id: 'connexion', blocks: [field, password], actions: [] } as unknown as Screen;
const hearing = {
  view: { screen, facts: {}, data: {} },
  persona: { people: [], papers: [] },
  today: '2026-11-21',
  level: 'je-demande',
  next: null,
} as unknown as Hearing;

const heard = (level: HelpLevel, ...happenings: Happening[]) =>
  happenings.reduce(
    (session, each, seq) => hear(session, { run: 'r', seq, at: seq, ...each }, { ...hearing, level }),
    newSession,
  ).said?.text;
const after = (...happenings: Happening[]) => heard('je-demande', ...happenings);

const refused: Happening = { type: 'EntryRefused', screen: 'connexion', field: 'numero', rule: 'malformed' };

const entry = {
  type: 'EntryCommitted',
  screen: 'connexion',
  field: 'numero',
  class: 'mistake',
  mistake: 'quinze',
  ordinal: 1,
} as const satisfies Happening;

it('explains a refusal by the mistake recognised in the entry, not by another that is malformed too', () => {
  expect(after(entry, refused)).toBe('Quinze chiffres : deux de trop.');
});

it('does not guess a mistake that was not recognised', () => {
  expect(
    after({ type: 'EntryCommitted', screen: 'connexion', field: 'numero', class: 'other', ordinal: 1 }, refused),
  ).not.toContain('lettre O');
});

it('says nothing more of an entry that was erased because it looked like a real person’s', () => {
  const erased: Happening = { type: 'RealDataRefused', screen: 'connexion', field: 'numero', looksLike: 'nir' };
  expect(after(refused)).toBeDefined();
  expect(after(refused, erased)).toBeUndefined();
});

const empty: Happening = { ...entry, field: 'secret', class: 'mistake', mistake: 'vide' };
const alsoRefused: Happening = { type: 'EntryRefused', screen: 'connexion', field: 'secret', rule: 'empty' };

it.each(['je-demande', 'guide-moi'] as const)(
  'says what is wrong with the first field that a sending refuses, where the focus goes (%s)',
  (level) => {
    const sending = [entry, refused, empty, alsoRefused];
    expect(heard(level, ...sending)).toBe('Quinze chiffres : deux de trop.');
    // The same sending once more, nothing done in between.
    expect(heard(level, ...sending, refused, alsoRefused)).toBe('Quinze chiffres : deux de trop.');
  },
);

it('says the next refusal once the first is put right', () => {
  const right: Happening = { type: 'EntryCommitted', screen: 'connexion', field: 'numero', class: 'right', ordinal: 2 };
  const entered: Happening = { type: 'FieldEntered', screen: 'connexion', field: 'numero' };
  const sending = [entry, refused, empty, alsoRefused];
  expect(after(...sending, entered, right, alsoRefused)).toBe('Le mot de passe est vide.');
  // Whoever corrects without leaving the field sends no sign but the new entry.
  expect(after(...sending, right, alsoRefused)).toBe('Le mot de passe est vide.');
});
