import { expect, test } from 'vitest';
import { compileCatalogue } from '#authoring';
import { contracts } from '#mocks';
import { workOnEach } from './scenario-jobs.ts';

const today = '2026-11-21';
const catalogue = compileCatalogue('scenarios', { contracts, today });
const ids = Object.keys(catalogue.scenarios);
const { scenarios, personas, about } = catalogue;

test('two threads find what one finds, in the order asked', async () => {
  // One example said to end elsewhere, so that there is something to find.
  const [first] = ids;
  const wrong = Object.fromEntries(
    Object.entries(about).map(([id, each]) => [
      id,
      {
        ...each,
        examples: [{ name: 'faux', follow: 'answers' as const, ends: id === first ? 'ailleurs' : 'abandon' }],
      },
    ]),
  );
  const site = { catalogue: { scenarios, personas, about: wrong }, today };
  const alone = await workOnEach('try', ids, site, 1);
  expect(alone.map((faults) => faults.length)).toEqual(ids.map(() => 1));
  expect(await workOnEach('try', ids, site, 2)).toEqual(alone);
});

test('what a thread throws ends the command', async () => {
  const site = { catalogue: { scenarios, personas, about }, today };
  await expect(workOnEach('walk', ['absent/un', 'absent/deux'], site, 2)).rejects.toThrow('absent');
});
