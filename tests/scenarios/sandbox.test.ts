import { expect, it } from 'vitest';
import { compileCatalogue, Driver, playOn } from '#authoring';
import { type Block, type Field, fieldsOf } from '#engine';
import { contracts } from '#mocks';
import { startFake } from '../../src/cli/fake-network.ts';

/** The sandbox shows every block and every field, in every state: it is what is looked at when a block changes. */
const today = '2026-11-21';
const { scenarios, personas, about } = compileCatalogue('scenarios', { contracts, today });
const scenario = scenarios['bac-a-sable/blocs'];
const persona = personas['zoe'];
if (!scenario || !persona) throw new Error('The sandbox is gone.');

const every = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => ['blocks' in block ? every(block.blocks) : [], block].flat());
const blocks = Object.values(scenario.screens).flatMap((screen) => every(screen.blocks));
const fields = Object.values(scenario.screens).flatMap((screen) =>
  fieldsOf(screen).map((field) => ({ key: `${screen.id}/${field.id}`, field })),
);

/** How a field can be refused. A choice that is not made is empty; it has no form to be wrong. */
const refusals: Readonly<Record<Field['input'], readonly ('empty' | 'malformed' | 'rules')[]>> = {
  text: ['empty'],
  reference: ['empty'],
  email: ['empty', 'malformed'],
  phone: ['empty', 'malformed'],
  digits: ['empty', 'malformed'],
  nir: ['empty', 'malformed'],
  code: ['empty', 'malformed'],
  amount: ['empty', 'malformed'],
  number: ['empty', 'malformed'],
  date: ['empty', 'malformed'],
  password: ['empty'],
  'new-password': ['empty', 'rules'],
  choice: ['empty'],
  'yes-no': ['empty'],
  choices: ['empty'],
  tick: ['empty'],
  typeahead: ['empty'],
  file: ['empty'],
  grid: ['empty', 'malformed'],
  captcha: ['empty'],
};

const kinds: Readonly<Record<Exclude<Block['kind'], 'field'>, true>> = {
  heading: true,
  paragraph: true,
  list: true,
  notice: true,
  foldout: true,
  image: true,
  summary: true,
  table: true,
  card: true,
  group: true,
  action: true,
  phone: true,
};

it('has a block of every kind, a banner among the cards, and a field of every kind and look', () => {
  const shown = new Set(blocks.map(({ kind }) => kind));
  expect(Object.keys(kinds).filter((kind) => !shown.has(kind as Block['kind']))).toEqual([]);
  expect(blocks.some((block) => block.kind === 'card' && block.banner)).toBe(true);
  const inputs = new Set(fields.map(({ field }) => field.input));
  expect(Object.keys(refusals).filter((input) => !inputs.has(input as Field['input']))).toEqual([]);
  const looks = fields.flatMap(({ field }) => (field.input === 'choice' ? [field.look] : []));
  expect(new Set(looks)).toEqual(new Set(['radio', 'select', 'buttons']));
});

it('has every one of them refused, in each way that it can be, by its examples', async () => {
  const refused = new Set<string>();
  for (const example of about[scenario.id]?.examples ?? []) {
    const driver = new Driver({ scenario, persona, today, start: startFake });
    await driver.settled();
    expect(await playOn(driver, example), example.name).toBeNull();
    for (const step of driver.steps) {
      if (step.type !== 'EntryRefused') continue;
      const input = fields.find(({ key }) => key === `${step.screen}/${step.field.split('/')[0]}`)?.field.input;
      refused.add(`${input} ${step.rule}`);
    }
    driver.stop();
  }
  const wanted = Object.entries(refusals).flatMap(([input, ways]) => ways.map((way) => `${input} ${way}`));
  expect(wanted.filter((way) => !refused.has(way))).toEqual([]);
});
