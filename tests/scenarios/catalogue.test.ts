import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileCatalogue, fidelityPage, neededFor, personMinutes, playExample, solve } from '#authoring';
import { fieldsOf } from '#engine';
import { contracts } from '#mocks';
import { startFake } from '../../src/cli/fake-network.ts';

/** The scenarios that are delivered, through the real engine and the real fake back ends. Their edges: `play`, a stage of `npm test`. */
const today = '2026-11-21';
const catalogue = compileCatalogue('scenarios', { contracts, today });
const scenarios = Object.values(catalogue.scenarios);
const persona = (id: string) => {
  const found = catalogue.personas[id];
  if (!found) throw new Error(`No persona "${id}"`);
  return found;
};
const procedures = scenarios.filter(({ replicates }) => replicates.site !== 'aucun');

test('the catalogue has no fault', () => {
  expect(catalogue.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(procedures.length).toBeGreaterThan(0);
});

test.each(procedures)('$id takes five to thirty minutes, and about what its file says', (scenario) => {
  expect(scenario.minutes).toBeGreaterThanOrEqual(5);
  expect(scenario.minutes).toBeLessThanOrEqual(30);
  // A way without a mistake is shorter than a first try, by how much depends on its dead ends; for nobody is it longer.
  const estimates = scenario.personas.map((name) => personMinutes(scenario, persona(name), contracts));
  expect(estimates[0]).toBeGreaterThan(scenario.minutes / 4);
  expect(Math.max(...estimates)).toBeLessThanOrEqual(scenario.minutes);
});

test('docs/fidelity.md is what `npm run scenarios -- fidelity` writes', () => {
  expect(readFileSync('docs/fidelity.md', 'utf8')).toBe(fidelityPage(catalogue));
});

describe.each(scenarios)('$id', (scenario) => {
  test.each(catalogue.about[scenario.id]?.examples ?? [])('example: $name', async (example) => {
    expect(await playExample(example, { scenario, personas: catalogue.personas, today, start: startFake })).toEqual({
      name: example.name,
      failure: null,
    });
  });
});

describe.each(procedures.flatMap((scenario) => scenario.personas.map((name) => ({ scenario, name }))))(
  '$name does $scenario.id with what they own',
  ({ scenario, name }) => {
    const setting = { scenario, persona: persona(name), contracts, today, start: startFake };
    const needed = neededFor(scenario, persona(name), contracts);

    test('and reaches the end', async () => {
      expect(await solve(setting)).toMatchObject({ failure: null });
      // Where nothing is asked, nothing is needed: one finds one's way by reading.
      const asks = Object.values(scenario.screens).some((screen) => fieldsOf(screen).length > 0);
      expect(needed.length > 1).toBe(asks);
    });

    test.each(needed)('but not without %s', async (hidden) => {
      const { ending, failure } = await solve({ ...setting, hidden: [hidden] });
      expect(failure).not.toBeNull();
      expect(ending).toBeNull();
    });

    test.each(['2026-01-31', '2027-02-28', '2028-02-29', '2031-12-31'])('on %s as well', async (day) => {
      expect(await solve({ ...setting, today: day })).toMatchObject({ failure: null });
    });
  },
);
