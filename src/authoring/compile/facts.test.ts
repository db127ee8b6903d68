import { expect, test } from 'vitest';
import { compileLibrary } from '../catalogue.ts';
import { fixtureContracts } from '../fixtures/contract.ts';
import { readLibrary } from '../load/library.ts';

const library = readLibrary('src/authoring/fixtures/scenarios');
const procedure = 'mairie/inscription.yaml';
const factsKept = (change: (yaml: string) => string) => {
  const { scenarios } = compileLibrary(new Map([...library, [procedure, change(library.get(procedure) ?? '')]]), {
    contracts: fixtureContracts,
    today: '2026-11-21',
  });
  return Object.keys(scenarios['mairie/inscription']?.facts ?? {});
};

test('a run keeps the answers of the service that a text or a consequence reads, and no other', () => {
  expect(factsKept((yaml) => yaml)).toEqual(['jours']);
  expect(
    factsKept((yaml) =>
      yaml.replace('- heading: Bienvenue', '- heading: Bienvenue\n        when: { not: { mairie.open: refused } }'),
    ),
  ).toEqual(['jours', 'mairie.open']);
  expect(
    factsKept((yaml) =>
      yaml.replace('when: { ending: inscrit }', 'when: { all: [ { ending: inscrit }, { mairie.confirm: ok } ] }'),
    ),
  ).toEqual(['jours', 'mairie.confirm']);
});
