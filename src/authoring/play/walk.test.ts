import { expect, test } from 'vitest';
import { buildMachine } from '#engine';
import { compileLibrary } from '../catalogue.ts';
import { fixtureContracts as contracts } from '../fixtures/contract.ts';
import { readLibrary } from '../load/library.ts';
import { chartEdges } from './edges.ts';
import type { StartFake } from './fake.ts';
import { walk } from './walk.ts';

const today = '2026-11-21';
const { scenarios, personas } = compileLibrary(readLibrary('src/authoring/fixtures/scenarios'), { contracts, today });
const scenario = scenarios['mairie/inscription']!;

type States = Readonly<Record<string, { readonly on?: object; readonly states?: States }>>;

test('the edges to walk are all those of the statechart', () => {
  const { states } = buildMachine(scenario, {}).config as { states: States };
  const events = (from: string) => [...chartEdges(scenario).values()].filter((edge) => edge.from === from);
  for (const [screen, { states: parts = {} }] of Object.entries(states))
    for (const [part, { on = {} }] of Object.entries(parts)) {
      const known = Object.keys(on).filter((event) => !event.startsWith('set:'));
      const walked = new Set(events(`${screen}.${part}`).map(({ event }) => event));
      walked.delete('leave'); // of the whole chart
      expect([screen, part, [...walked].sort()]).toEqual([screen, part, known.sort()]);
    }
});

/** A town hall that knows one number, and has sent its code. */
const townHall: StartFake = ({ now }) => ({
  port: {
    call: async (operation, { number }) =>
      operation === 'mairie.open' && number !== '1234567' ? { outcome: 'refused' } : { outcome: 'ok' },
  },
  preset: () => {},
  messages: () => [{ id: 'code#1', template: 'code', arrivesAt: now(), vars: { code: '123456' }, read: false }],
  stop: () => {},
});

test('a call that nothing answers, and a reload, are walked', async () => {
  const edges = [...chartEdges(scenario).values()];
  const report = await walk({ scenario, personas, contracts, today, start: townHall });
  const left = report.failures.map((line) => line.split(' : ')[0] ?? '');
  expect(left.filter((edge) => /—(failed|reload)→/.test(edge))).toEqual([]);
  expect(edges.filter(({ event }) => event === 'failed').length).toBeGreaterThan(1);
  expect(edges.filter(({ event }) => event === 'reload').length).toBeGreaterThan(0);
});

test('a reload that asks nothing anew is told', async () => {
  const asked = new Set<string>();
  // The second time the data of a screen are asked for, nothing comes: the screen is there, its data are not.
  const forgetful: StartFake = (options) => {
    const fake = townHall(options);
    asked.clear();
    return {
      ...fake,
      port: {
        call(operation, input) {
          if (operation === 'mairie.readChildren' && asked.has(operation)) return Promise.reject(new Error('gone'));
          asked.add(operation);
          return fake.port.call(operation, input);
        },
      },
    };
  };
  const { failures } = await walk({ scenario, personas, contracts, today, start: forgetful });
  expect(failures.filter((line) => line.includes('—reload→'))).toEqual([
    expect.stringContaining('ne demande pas ses données de nouveau'),
  ]);
});
