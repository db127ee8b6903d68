import { expect, test } from 'vitest';
import type { Block } from '#engine';
import * as small from '../../tests/support/small-scenario.ts';
import { personMinutes } from './person-time.ts';

/** Seconds on one screen of nothing but these blocks, more than on an empty one. */
function seconds(...blocks: readonly Block[]): number {
  const minutes = (here: readonly Block[]) => {
    const entry = small.screen('entree', { blocks: here, actions: [small.goes('fin', 'Fin', 'fini')], way: 'fin' });
    const scenario = small.scenario({
      id: 'essai/essai',
      personas: ['zoe'],
      start: 'entree',
      screens: { entree: entry },
    });
    return personMinutes(scenario, { ...small.nobody, id: 'zoe', people: [], papers: [] }, {});
  };
  return Math.round((minutes(blocks) - minutes([])) * 60);
}

const number = small.field({ id: 'numero', input: 'digits', label: 'Numéro', required: true, answer: { value: '12' } });
const kind = small.field({
  ...{ id: 'sorte', input: 'choice', look: 'radio', label: 'Sorte', required: true, answer: { value: 'un' } },
  options: ['un', 'deux'].map((id) => ({ id, label: id })),
});

test('typing takes longer than touching a choice, whose lines are read', () => {
  expect(seconds(number)).toBe(31);
  expect(seconds(kind)).toBe(17);
});

test('what this person is not shown, what is folded away and what may stay blank take no time', () => {
  expect(seconds(kind, { ...number, when: { sorte: 'deux' } })).toBe(17);
  expect(seconds(kind, { ...number, when: { sorte: 'un' } })).toBe(48);
  expect(seconds({ kind: 'foldout', label: 'Aide', blocks: [number] })).toBe(1);
  const { answer: _, ...free } = number;
  expect(seconds({ ...free, required: false, noAnswer: 'Au choix.' })).toBe(1);
});
