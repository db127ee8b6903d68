import { expect, it } from 'vitest';
import type { Field, Paper, Persona } from '#engine';
import { type Desk, find } from './candidates.ts';

const slip = (employer: string, month: number, hours: number, gross: number): Paper => ({
  id: `fiche-${employer}@${month}`,
  form: 'payslip',
  title: 'Fiche de paie',
  person: 'lou',
  month,
  items: {
    employeur: { label: 'Employeur', kind: 'text', value: employer },
    heures: { label: 'Heures', kind: 'number', value: hours, term: 'heures' },
    brut: { label: 'Brut', kind: 'amount', value: gross, term: 'brut' },
  },
});

const menage = slip('menage', -1, 30, 39045);
const papers: readonly Paper[] = [
  slip('cantine', -1, 43, 55910),
  {
    ...menage,
    items: {
      ...menage.items,
      nom: { label: 'Nom', kind: 'text', value: 'Madame Botrel', term: 'employeur' },
    },
  },
  slip('cantine', -2, 40, 52000),
];

const desk = {
  persona: {
    people: [{ id: 'lou', firstName: 'Lou', lastName: 'Vidal', birthDate: '1990-01-01', role: 'claimant' }],
  } as unknown as Persona,
  papers,
  messages: [],
  scenario: { messages: {} } as unknown as Desk['scenario'],
  today: '2026-12-03',
  invented: new Map(),
  copied: new Set(),
} satisfies Desk;

const field = (own: object): Field =>
  ({ kind: 'field', id: 'montant', label: 'Pour {mois:-1}', required: true, coach: {}, ...own }) as Field;

it('adds up the papers of the month where a total is asked, and rounds what may hold no cents', () => {
  expect(find(field({ input: 'number', asks: 'heures', total: true }), desk)).toEqual({ raw: '73' });
  expect(find(field({ input: 'amount', cents: true, asks: 'brut', total: true }), desk)).toEqual({ raw: '949,55' });
  expect(find(field({ input: 'amount', cents: false, asks: 'brut', total: true }), desk)).toEqual({ raw: '950' });
});

it('does not know which paper to take when a field asks for one of several', () => {
  expect(find(field({ input: 'number', asks: 'heures' }), desk)).toEqual({
    why: 'plusieurs papiers donnent « montant », avec des valeurs différentes',
  });
});

it('takes the paper that the field itself quotes', () => {
  const hint = 'Chez {papier:fiche-menage@-1.employeur}';
  expect(find(field({ input: 'number', asks: 'heures', hint }), desk)).toEqual({ raw: '30', paper: 'fiche-menage@-1' });
});

it('goes on copying the paper that the screen has begun with', () => {
  expect(find(field({ input: 'text', asks: 'employeur', label: 'Employeur' }), desk)).toEqual({
    raw: 'Madame Botrel',
    paper: 'fiche-menage@-1',
  });
  expect(find(field({ input: 'number', asks: 'heures' }), { ...desk, copied: new Set(['fiche-menage@-1']) })).toEqual({
    raw: '30',
  });
});
