import { describe, expect, it } from 'vitest';
import type { Scenario } from '#engine';
import { outlineOf } from './outline.ts';

const go = (id: string, ...to: readonly string[]) => ({
  id,
  label: id,
  look: 'primary',
  validates: true,
  does: { kind: 'go', to: to.map((target) => ({ to: target })) },
});
const call = (id: string, on: Readonly<Record<string, string | null>>) => ({
  ...go(id),
  does: {
    kind: 'call',
    operation: 'demo.send',
    with: {},
    on: Object.fromEntries(
      Object.entries(on).map(([outcome, to]) => [outcome, to === null ? { stay: 'Non' } : { to: [{ to }] }]),
    ),
  },
});
const field = (id: string, label: string) => ({ kind: 'field', input: 'text', id, label, required: true, coach: {} });
const screen = (id: string, actions: readonly object[], blocks: readonly object[] = []) => ({
  id,
  title: `Écran ${id}`,
  actions,
  blocks,
});

/** a → b → c → fini, with a dead end at b, a side screen reached from a, and a screen nothing leads to. */
const scenario = {
  id: 'essai/essai',
  hash: '0123456789ab',
  title: 'Déclarer pour {prénom}',
  service: { name: 'Essai' },
  minutes: 10,
  difficulty: 'debutant',
  personas: ['amina'],
  start: 'a',
  screens: {
    c: screen(
      'c',
      [go('valider', 'fini')],
      [{ kind: 'group', legend: 'G', blocks: [field('montant', 'Montant de {mois:-2}')] }],
    ),
    aide: screen('aide', [go('retour', 'a')]),
    a: screen('a', [go('aide', 'aide'), go('suite', 'b')], [field('nir', 'Numéro')]),
    b: screen('b', [call('envoyer', { ok: 'c', refused: 'refus', wrong: null })]),
    perdu: screen('perdu', []),
  },
  endings: {
    fini: { id: 'fini', title: 'Fini', meaning: 'reussi' },
    refus: { id: 'refus', title: 'Refus', meaning: 'bloque' },
  },
  variants: [{ id: 'simple', texts: { 'c/montant/label': 'La somme de {mois:-2}', 'aide/title': 'Au secours' } }],
} as unknown as Scenario;

describe('outlineOf', () => {
  const outline = outlineOf(scenario, ['famille_scolarite']);

  it('puts screens in the order in which one meets them, side ways by their distance to the end', () => {
    expect(outline.screens.map(({ id, left }) => [id, left])).toEqual([
      ['a', 3],
      ['aide', 4],
      ['b', 2],
      ['c', 1],
      ['perdu', null],
    ]);
    expect(outline.length).toBe(3);
  });

  it('keeps words, with « … » where the persona’s would stand', () => {
    expect(outline.title).toBe('Déclarer pour …');
    expect(outline.screens.map(({ fields }) => fields)).toContainEqual({ montant: 'Montant de …' });
    expect(outline.endings).toEqual({
      fini: { title: 'Fini', meaning: 'reussi' },
      refus: { title: 'Refus', meaning: 'bloque' },
    });
    expect(outline.variants).toEqual([
      {
        id: 'simple',
        texts: [
          { screen: 'c', usual: 'Montant de …', other: 'La somme de …' },
          { screen: 'aide', usual: 'Écran aide', other: 'Au secours' },
        ],
      },
    ]);
    expect(outline.themes).toEqual(['famille_scolarite']);
  });
});
