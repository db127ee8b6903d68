import { expect, test } from 'vitest';
import { compileCatalogue } from '#authoring';
import { contracts } from '#mocks';
import { planPassages } from './passages.ts';

const catalogue = compileCatalogue('scenarios', { contracts });

/** Found here in seconds, what `npm run certify` would else tell at its end. */
test.each(Object.keys(catalogue.scenarios))('there is a way to every screen of %s', async (id) => {
  expect(await planPassages(catalogue, id)).toMatchObject({ unmet: [] });
});

test('a screen to which nothing leads is told', async () => {
  const id = 'caf/premiere-connexion';
  const scenario = catalogue.scenarios[id];
  const [screen] = Object.values(scenario?.screens ?? {});
  if (!scenario || !screen) throw new Error('no screen');
  const island = { ...scenario, screens: { ...scenario.screens, ile: { ...screen, id: 'ile', blocks: [] } } };
  const { unmet } = await planPassages({ ...catalogue, scenarios: { [id]: island } }, id);
  expect(unmet).toEqual(['ile']);
});
