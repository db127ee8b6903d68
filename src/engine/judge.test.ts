import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { Persona } from './persona.ts';
import type { Field } from './scenario/index.ts';

const persona: Persona = {
  id: 'lea',
  title: 'Léa',
  story: '',
  people: [],
  traits: {},
  papers: [],
  documents: [],
  phone: '',
  email: '',
  address: [],
  mailbox: [],
};
const scope = { persona, today: '2026-11-21', messages: [], templates: {} };
const nothingToProve: Field = {
  kind: 'field',
  id: 'justificatif',
  input: 'file',
  label: 'Justificatif',
  required: false,
  noAnswer: 'Rien à prouver.',
  accept: ['pdf'],
  maxMegabytes: 5,
  coach: { mistakes: [{ id: 'photo-floue', when: { is: 'photo-floue' }, say: 'Floue.' }] },
};

describe('a field that asks for nothing', () => {
  it('has no wrong entry but a known mistake', () => {
    expect(judge(nothingToProve, 'fiche-nette', scope)).toEqual({ class: 'right' });
    expect(judge(nothingToProve, 'photo-floue', scope)).toMatchObject({ class: 'mistake', mistake: 'photo-floue' });
    expect(judge(nothingToProve, '', scope)).toEqual({ class: 'empty' });
  });

  it('is still wrong as a grid: an amount that nobody received is declared', () => {
    const {
      accept: _accept,
      maxMegabytes: _max,
      input: _input,
      ...base
    } = nothingToProve as Extract<Field, { input: 'file' }>;
    const grid: Field = { ...base, input: 'grid', people: ['lea'], kinds: [], months: [-2], cents: true, cells: {} };
    expect(judge(grid, '12', scope, 'lea.salaires.-2')).toEqual({ class: 'other' });
    expect(judge(grid, '', scope, 'lea.salaires.-2')).toEqual({ class: 'right' });
  });
});

describe('a field that repeats another', () => {
  const again: Field = {
    kind: 'field',
    id: 'encore',
    input: 'password',
    label: 'Mot de passe, une seconde fois',
    required: true,
    answer: { firstOf: [{ entry: 'nouveau/mot' }, { entry: 'premier/mot' }] },
    coach: {},
  };
  const typed = (entries: Readonly<Record<string, string>>) => ({ ...scope, entered: (path: string) => entries[path] });

  it('is right with what was typed there last, and with nothing else', () => {
    const scopeNow = typed({ 'premier/mot': 'Pomme2025', 'nouveau/mot': 'Poire2026' });
    expect(judge(again, 'Poire2026', scopeNow)).toEqual({ class: 'right' });
    expect(judge(again, 'poire2026', scopeNow)).toEqual({ class: 'other' });
    expect(judge(again, 'Pomme2025', scopeNow)).toEqual({ class: 'other' });
    expect(judge(again, 'Pomme2025', typed({ 'premier/mot': 'Pomme2025' }))).toEqual({ class: 'right' });
  });

  it('takes anything once what was typed there is gone', () => {
    expect(judge(again, 'Cerise2027', scope)).toEqual({ class: 'right' });
    expect(judge(again, '', scope)).toEqual({ class: 'empty' });
  });
});

describe('a box to leave empty', () => {
  const box: Field = {
    kind: 'field',
    id: 'accord',
    input: 'tick',
    label: 'Je suis d’accord',
    required: false,
    answer: { value: false },
    coach: { mistakes: [{ id: 'cochee', when: { is: true }, say: 'Cochée.' }] },
  };

  it('is right empty, and a mistake ticked', () => {
    expect(judge(box, undefined, scope)).toEqual({ class: 'right' });
    expect(judge(box, false, scope)).toEqual({ class: 'right' });
    expect(judge(box, true, scope)).toMatchObject({ class: 'mistake', mistake: 'cochee' });
  });

  it('is still empty when it has to be ticked', () => {
    expect(judge({ ...box, answer: { value: true } }, false, scope)).toEqual({ class: 'empty' });
  });
});
