import { describe, expect, it } from 'vitest';
import { createRun, type Field, nextStep, type Scenario } from '#engine';
import { adviceFor } from './advice.ts';
import { numberField, persona, scenario } from './fixture/scenario.ts';

const today = '2026-11-21';

/** What the coach would say on a first page made of this field. */
function adviceOn(field: Field, changes: Partial<Scenario> = {}) {
  const first = scenario.screens['entree'];
  if (!first) throw new Error('The fixture has lost its first page.');
  const changed: Scenario = {
    ...scenario,
    ...changes,
    screens: { ...scenario.screens, entree: { ...first, blocks: [field] } },
  };
  const run = createRun({
    scenario: changed,
    persona,
    today,
    now: () => 0,
    port: { call: () => Promise.resolve({ outcome: 'ok' }) },
    onStep: () => {},
    messages: () => [],
  });
  return adviceFor(nextStep(run, persona), { view: run.view, persona, today, scenario: changed });
}

const { mistakes: _, ...plain } = numberField.coach;

describe('advice', () => {
  it('says the author’s words first, and points at the item of the paper', () => {
    expect(adviceOn(numberField)).toMatchObject({
      spot: 'entree/numero',
      ask: 'Tapez les 13 chiffres de la carte.',
      source: { open: 'Ouvrir : Carte', point: { kind: 'paper', id: 'carte', item: 'numero' } },
    });
  });

  it('finds the paper in the answer, and usual words, when the author wrote none', () => {
    expect(adviceOn({ ...numberField, coach: {} })).toMatchObject({
      ask: 'Remplissez « Numéro ».',
      how: 'Exemple : recopiez les chiffres un par un, de gauche à droite.',
      source: { point: { kind: 'paper', id: 'carte', item: 'numero' } },
    });
  });

  it('asks for a code that has not arrived yet, and opens the pane where it will', () => {
    const code: Field = {
      ...numberField,
      coach: {
        ...plain,
        look: { message: 'code' },
        mistakes: [{ id: 'empty', when: { empty: true }, say: 'La case est vide.' }],
      },
      answer: { message: 'code', item: 'code' },
    };
    const messages = (channel: 'mail' | 'sms' | 'letter') => ({
      messages: { code: { id: 'code', channel, from: 'Service', subject: 'Code', lines: [] } },
    });
    expect(adviceOn(code, messages('mail'))?.source).toMatchObject({
      open: 'Ouvrir ma boîte mail',
      point: { kind: 'pane', id: 'mail' },
    });
    expect(adviceOn(code, messages('sms'))?.source?.point).toEqual({ kind: 'pane', id: 'phone' });
    expect(adviceOn(code, messages('letter'))?.source?.point).toEqual({ kind: 'pane', id: 'letters' });
  });

  it('reads the month of a grid’s cell in its key', () => {
    const grid: Field = {
      kind: 'field',
      id: 'grille',
      input: 'grid',
      label: 'Montants',
      required: true,
      coach: {},
      people: ['ana'],
      kinds: [{ id: 'salaires', label: 'Salaires' }],
      months: [-2],
      cents: true,
      cells: { 'ana.salaires': { paper: 'fiche', item: 'net-social' } },
    };
    expect(adviceOn(grid)).toMatchObject({
      spot: 'entree/grille/ana.salaires.-2',
      point: { kind: 'field', id: 'grille', item: 'ana.salaires.-2' },
      source: { point: { kind: 'paper', id: 'fiche@-2', item: 'net-social' } },
    });
  });
});
