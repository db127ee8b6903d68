import { expect, test } from 'vitest';
import { createRun, type Field } from '#engine';
import * as small from '../../../tests/support/small-scenario.ts';
import { persona, scenario } from '../fixture/scenario.ts';
import { explain } from './silent.ts';

const today = '2026-11-21';

/** What the debrief says was expected in this field. */
function expected(field: Field): string | undefined {
  const entry = small.screen('entree', { blocks: [field], actions: [small.goes('envoyer', 'Envoyer', 'fini')] });
  const told = {
    scenario: { ...scenario, screens: { entree: entry } },
    persona: {
      ...persona,
      documents: [
        {
          id: 'bail-pdf',
          title: 'Le bail, en PDF',
          paper: 'fiche@-2',
          format: 'pdf' as const,
          megabytes: 1,
          quality: 'sharp' as const,
        },
      ],
    },
    today,
    events: [],
  };
  const run = createRun({
    ...told,
    now: () => 0,
    port: { call: () => Promise.resolve({ outcome: 'ok' }) },
    onStep: () => {},
    messages: () => [],
  });
  return explain({ screen: 'entree', field: field.id }, { ...told, view: run.view })?.expected;
}

test('a document is named by its title, never by its id', () => {
  const field = { id: 'piece', input: 'file', label: 'Bail', accept: ['pdf'], maxMegabytes: 5 } as const;
  expect(expected(small.field({ ...field, answer: { document: 'bail-pdf' } }))).toMatch(
    /^Il fallait\s: Le bail, en PDF\.$/,
  );
});

test('a choice is named by its label, filled as the page fills it', () => {
  const options = [{ id: 'hier', label: 'Le mois de {mois:-1}' }];
  const field = { id: 'mois', input: 'choice', label: 'Mois', look: 'radio', options } as const;
  expect(expected(small.field({ ...field, answer: { value: 'hier' } }))).toMatch(
    /^Il fallait\s: Le mois de octobre 2026\.$/,
  );
});
