import { expect, test } from 'vitest';
import { compileLibrary } from '../catalogue.ts';
import { fixtureContracts } from '../fixtures/contract.ts';
import { readLibrary } from '../load/library.ts';
import { tiedTexts } from './display.ts';

const library = readLibrary('src/authoring/fixtures/scenarios');

test('signs are tied in what a page shows and a paper says, never in values', () => {
  const paper = { title: 'Le code : où ?', items: { code: { label: 'Code :', value: 'Lune : 12 !' } } };
  expect(tiedTexts(paper)).toEqual({
    title: 'Le code\u00a0: où\u00a0?',
    items: { code: { label: 'Code\u00a0:', value: 'Lune : 12 !' } },
  });
  const field = { label: 'Mot ?', answer: { value: 'oui !' }, when: { fact: 'a : b' }, mistakes: [{ say: 'Non !' }] };
  expect(tiedTexts(field)).toEqual({ ...field, label: 'Mot\u00a0?', mistakes: [{ say: 'Non\u00a0!' }] });
});

test('a compiled scenario is tied', () => {
  const { scenarios } = compileLibrary(library, { contracts: fixtureContracts, today: '2026-11-21' });
  const { screens = {} } = scenarios['mairie/inscription'] ?? {};
  expect(screens['enfants']?.blocks).toMatchObject([
    { text: 'Reste à payer\u00a0: {donnée:mairie.readChildren.due}' },
    { label: 'Quels jours\u00a0?' },
    {},
  ]);
});
