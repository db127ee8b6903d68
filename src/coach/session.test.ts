import { expect, it } from 'vitest';
import type { Field, Screen } from '#engine';
import type { Happening } from '#recording';
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
const screen = { id: 'connexion', blocks: [field], actions: [] } as unknown as Screen;
const hearing = {
  view: { screen, facts: {}, data: {} },
  persona: { people: [], papers: [] },
  today: '2026-11-21',
  level: 'je-demande',
  next: null,
} as unknown as Hearing;

const after = (...happenings: Happening[]) =>
  happenings.reduce((session, each, seq) => hear(session, { run: 'r', seq, at: seq, ...each }, hearing), newSession)
    .said?.text;

const refused: Happening = { type: 'EntryRefused', screen: 'connexion', field: 'numero', rule: 'malformed' };

it('explains a refusal by the mistake recognised in the entry, not by another that is malformed too', () => {
  const entry: Happening = {
    type: 'EntryCommitted',
    screen: 'connexion',
    field: 'numero',
    class: 'mistake',
    mistake: 'quinze',
    ordinal: 1,
  };
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
