import {
  type Block,
  type Condition,
  type Field,
  factsOfBranches,
  factsRead,
  fieldsOf,
  type Scenario,
  type ServiceContract,
} from '#engine';
import type { Loaded } from '../load/load.ts';

type Contracts = Readonly<Record<string, ServiceContract>>;

/**
 * The facts that a run must keep, and the values that each can take: what branches read, and the answers of the service
 * that a text shown or a consequence reads (choices are known from their fields).
 */
export function factsWith(
  { screens, consequences }: Pick<Scenario, 'screens' | 'consequences'>,
  loaded: Loaded,
  personas: readonly string[],
  contracts: Contracts,
): Scenario['facts'] {
  const values = possibleFacts(screens, loaded, personas, contracts);
  const read = new Set([...factsOfBranches(screens), ...outcomesTold(screens, consequences)]);
  return Object.fromEntries(
    [...read].sort().flatMap((fact) => (values.has(fact) ? [[fact, values.get(fact) ?? []]] : [])),
  );
}

/** The operations (« service.operation ») whose answer decides of a block, a row or what arrives later. */
function outcomesTold(screens: Scenario['screens'], consequences: Scenario['consequences']): readonly string[] {
  const inBlocks = (blocks: readonly Block[]): readonly (Condition | undefined)[] =>
    blocks.flatMap((block) => [
      block.when,
      ...(block.kind === 'summary' ? block.rows.map(({ when }) => when) : []),
      ...('blocks' in block ? inBlocks(block.blocks) : []),
    ]);
  return [...Object.values(screens).flatMap(({ blocks }) => inBlocks(blocks)), ...consequences.map(({ when }) => when)]
    .flatMap((condition) => [...factsRead(condition).keys()])
    .filter((fact) => /^[a-z0-9-]+\.\w+$/.test(fact));
}

/** Every fact that something establishes: choices, traits, outcomes. Several choices are written "a+b". */
export function possibleFacts(
  screens: Scenario['screens'],
  loaded: Loaded,
  personas: readonly string[],
  contracts: Contracts,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const add = (fact: string, values: readonly string[]) =>
    found.set(fact, [...new Set([...(found.get(fact) ?? []), ...values])]);
  add('persona', personas);
  for (const id of personas)
    for (const [trait, value] of Object.entries(loaded.personas.get(id)?.data.traits ?? {})) add(trait, [value]);
  for (const screen of Object.values(screens)) {
    const calls = [screen.load, ...screen.actions.map(({ does }) => (does.kind === 'call' ? does : undefined))];
    for (const call of calls) {
      const [service = '', name = ''] = call?.operation.split('.') ?? [];
      const contract = contracts[service];
      const operation = contract?.operations[name];
      if (call && contract && operation)
        add(call.operation, [...Object.keys(operation.outcomes), ...Object.keys(contract.common)]);
    }
    for (const field of fieldsOf(screen)) add(field.id, choicesOf(field, loaded, personas));
  }
  for (const [fact, values] of found) if (values.length === 0) found.delete(fact);
  return found;
}

function choicesOf(field: Field, loaded: Loaded, personas: readonly string[]): readonly string[] {
  switch (field.input) {
    case 'choice':
    case 'typeahead':
      return field.options.map(({ id }) => id);
    case 'yes-no':
    case 'tick':
      return ['oui', 'non'];
    case 'choices':
      return subsets(field.options.map(({ id }) => id).sort()).map((ids) => ids.join('+'));
    case 'file':
      return personas.flatMap((id) => (loaded.personas.get(id)?.data.documents ?? []).map((document) => document.id));
    default:
      return [];
  }
}

const subsets = (ids: readonly string[]): readonly (readonly string[])[] =>
  ids.reduce<readonly (readonly string[])[]>((all, id) => all.concat(all.map((some) => some.concat(id))), [[]]);
