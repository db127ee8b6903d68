import type { Action, Block, Call, Field, PersonaSource, Scenario, Screen } from '#engine';

/**
 * Every identifier that an event of one published scenario may name. Plain JSON: the server keeps one for each
 * content hash ever published, so that an outbox from before a release is still taken.
 */
export interface ScenarioIds {
  readonly id: string; // "service/procedure"
  readonly hash: string;
  readonly title: string;
  readonly screens: Readonly<Record<string, ScreenIds>>;
  /** Outcomes by operation. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
  readonly endings: readonly string[];
  readonly papers: readonly string[];
  readonly messages: readonly string[];
  readonly personas: readonly string[];
  readonly variants: readonly string[];
}

export interface ScreenIds {
  /** Mistake ids by field; a cell of a grid is a field of its own, "field/person.kind.month". */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly actions: readonly string[];
}

/** Outcomes that a port may report for any operation (a service's contract calls them common). */
const commonOutcomes = ['outage', 'maintenance', 'sessionExpired'] as const;

/** Reads the identifiers out of a compiled scenario and its personas, sorted, so that equal content gives equal JSON. */
export function scenarioIds(scenario: Scenario, personas: Readonly<Record<string, PersonaSource>>): ScenarioIds {
  const operations = new Map<string, Set<string>>();
  const screens: Record<string, ScreenIds> = {};
  const people = Object.values(personas);
  for (const screen of Object.values(scenario.screens)) {
    for (const call of callsOf(screen)) {
      const outcomes = operations.get(call.operation) ?? new Set<string>(commonOutcomes);
      for (const outcome of Object.keys(call.on)) outcomes.add(outcome);
      operations.set(call.operation, outcomes);
    }
    screens[screen.id] = {
      fields: fieldsOf(screen, people),
      actions: sorted(screen.actions.map((action) => action.id)),
    };
  }
  return {
    id: scenario.id,
    hash: scenario.hash,
    title: scenario.title,
    screens,
    operations: Object.fromEntries([...operations].map(([name, outcomes]) => [name, sorted(outcomes)])),
    endings: sorted(['abandon', ...Object.keys(scenario.endings)]),
    papers: sorted(people.flatMap((persona) => persona.papers.flatMap(paperIds))),
    messages: sorted([
      ...Object.keys(scenario.messages),
      ...people.flatMap((persona) => persona.mailbox.map((message) => message.id)),
    ]),
    personas: sorted([...scenario.personas, ...Object.keys(personas)]),
    variants: sorted(scenario.variants.map((variant) => variant.id)),
  };
}

function callsOf(screen: Screen): Call[] {
  const called = screen.actions.map((action: Action) => action.does).filter((does) => does.kind === 'call');
  return screen.load === undefined ? called : [screen.load, ...called];
}

function fieldsOf(screen: Screen, personas: readonly PersonaSource[]): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = {};
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'field') {
        const mistakes = sorted((block.coach.mistakes ?? []).map((mistake) => mistake.id));
        for (const id of [block.id, ...cellsOf(block, personas)]) found[id] = mistakes;
      } else if ('blocks' in block) visit(block.blocks);
    }
  };
  visit(screen.blocks);
  return found;
}

function cellsOf(field: Field, personas: readonly PersonaSource[]): string[] {
  if (field.input !== 'grid') return [];
  const adults = personas.flatMap((persona) =>
    persona.people.filter((one) => one.role !== 'child').map((one) => one.id),
  );
  const people = field.people === 'adults' ? [...new Set(adults)] : field.people;
  return people.flatMap((person) =>
    field.kinds.flatMap((kind) => field.months.map((month) => `${field.id}/${person}.${kind.id}.${month}`)),
  );
}

function paperIds(paper: PersonaSource['papers'][number]): string[] {
  return [paper.id, ...Object.keys(paper.series ?? {}).map((month) => `${paper.id}@${month}`)];
}

function sorted(ids: Iterable<string>): string[] {
  return [...new Set(ids)].sort();
}
