import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileCatalogue } from '#authoring';
import { contracts } from '#mocks';
import { staleIn } from '../silence/count-catalogue.ts';

const { scenarios } = compileCatalogue('scenarios', { contracts, today: '2026-11-21' });
const catalogue = Object.values(scenarios);
const certificate = readFileSync('docs/certificate.md', 'utf8');

it('docs/certificate.md is of the catalogue as it is', () => {
  expect(catalogue.length).toBeGreaterThan(10);
  expect(staleIn(certificate, catalogue)).toEqual([]);
});

it('one that is older is told, with what to do', () => {
  const [first, ...others] = catalogue;
  if (!first) throw new Error('no scenario');
  const [[id, screen] = []] = Object.entries(first.screens);
  const more = { ...first, screens: { ...first.screens, [`${id}-encore`]: screen } } as typeof first;
  const told = staleIn(certificate, [more, ...others]);
  expect(told).toHaveLength(2);
  for (const sentence of told) expect(sentence).toMatch(/: run `npm run certify`\.$/);
  expect(staleIn(certificate, [{ ...first, title: 'Une nouvelle démarche' }, ...others])).toEqual([
    expect.stringContaining('does not know « Une nouvelle démarche »'),
  ]);
  expect(staleIn('', catalogue).length).toBeGreaterThan(1);
});
