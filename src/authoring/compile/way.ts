import {
  type Branches,
  type Call,
  type Facts,
  fieldsOf,
  holds,
  type Persona,
  type PersonaSource,
  resolveAnswer,
  resolvePersona,
  type Scenario,
  type Screen,
  type ServiceContract,
} from '#engine';

/**
 * The way on of each screen: the action that leads to the nearest successful ending when every answer is right and
 * every call succeeds. Screens that lead to no success get the action that leads to the nearest other ending.
 */
export function waysOf(
  scenario: Scenario,
  personas: readonly PersonaSource[],
  contracts: Readonly<Record<string, ServiceContract>>,
): ReadonlyMap<string, string> {
  const ways = new Map<string, string>();
  for (const source of personas) {
    const persona = resolvePersona(source, '2026-01-15');
    const facts = startFacts(persona, scenario);
    // The path itself first: what was chosen on the way decides the branches after it.
    let at: { screen: string; facts: Facts } | null = { screen: scenario.start, facts };
    const seen = new Set<string>();
    while (at && scenario.screens[at.screen] && !seen.has(at.screen)) {
      const here: { screen: string; facts: Facts } = at;
      seen.add(here.screen);
      const step = firstStep(scenario, contracts, persona, here.screen, here.facts, true);
      if (step?.action && !ways.has(here.screen)) ways.set(here.screen, step.action);
      at = step ? { screen: step.to, facts: step.facts } : null;
    }
    for (const success of [true, false]) {
      for (const id of Object.keys(scenario.screens)) {
        if (ways.has(id)) continue;
        const all = success ? allFacts(scenario, persona) : facts;
        const step =
          firstStep(scenario, contracts, persona, id, all, success) ??
          (success ? null : firstStep(scenario, contracts, persona, id, all, false));
        if (step?.action) ways.set(id, step.action);
      }
    }
  }
  return ways;
}

/** Whether a persona reaches a successful ending, or failing that any ending that is not giving up. */
export function reaches(
  scenario: Scenario,
  source: PersonaSource,
  contracts: Readonly<Record<string, ServiceContract>>,
): boolean {
  const persona = resolvePersona(source, '2026-01-15');
  const facts = startFacts(persona, scenario);
  return (
    firstStep(scenario, contracts, persona, scenario.start, facts, true) !== null ||
    firstStep(scenario, contracts, persona, scenario.start, facts, false) !== null
  );
}

interface Step {
  /** Null when the screen's own loading leads on. */
  readonly action: string | null;
  readonly to: string;
  readonly facts: Facts;
}

const startFacts = (persona: Persona, scenario: Scenario): Facts => ({
  persona: persona.id,
  ...persona.traits,
  ...answersOf(scenario, persona, scenario.start),
});

/** Facts as if every question had been answered. */
const allFacts = (scenario: Scenario, persona: Persona): Facts =>
  Object.assign(
    {},
    startFacts(persona, scenario),
    ...Object.keys(scenario.screens).map((id) => answersOf(scenario, persona, id)),
  );

/** Breadth first: the first step of a shortest path to an ending. */
function firstStep(
  scenario: Scenario,
  contracts: Readonly<Record<string, ServiceContract>>,
  persona: Persona,
  from: string,
  facts: Facts,
  success: boolean,
): Step | null {
  const queue: { screen: string; facts: Facts; first: Step | null }[] = [
    { screen: from, facts: { ...facts, ...answersOf(scenario, persona, from) }, first: null },
  ];
  const seen = new Set<string>();
  for (let next = queue.shift(); next; next = queue.shift()) {
    const ending = scenario.endings[next.screen];
    if (ending) {
      if (success ? ending.meaning === 'reussi' : ending.meaning === 'bloque') return next.first;
      continue;
    }
    const screen = scenario.screens[next.screen];
    const key = `${next.screen} ${JSON.stringify(Object.entries(next.facts).sort())}`;
    if (!screen || seen.has(key)) continue;
    seen.add(key);
    for (const step of steps(screen, next.facts, contracts, success)) {
      const facts = { ...step.facts, ...answersOf(scenario, persona, step.to) };
      queue.push({ screen: step.to, facts, first: next.first ?? { ...step, facts } });
    }
  }
  return null;
}

function steps(
  screen: Screen,
  facts: Facts,
  contracts: Readonly<Record<string, ServiceContract>>,
  success: boolean,
): readonly Step[] {
  const loaded = screen.load ? { ...facts, [screen.load.operation]: successOf(screen.load, contracts) } : facts;
  const found: Step[] = [];
  if (screen.load) found.push(...ofCall(screen.load, null, facts, contracts, success));
  const actions = [...screen.actions].sort((a, b) => Number(b.look === 'primary') - Number(a.look === 'primary'));
  for (const action of actions) {
    if (!holds(action.when, loaded)) continue;
    if (action.does.kind === 'go')
      found.push(...taken(action.does.to, loaded).map((to) => ({ action: action.id, to, facts: loaded })));
    if (action.does.kind === 'call') found.push(...ofCall(action.does, action.id, loaded, contracts, success));
  }
  return found;
}

function ofCall(
  call: Call,
  action: string | null,
  facts: Facts,
  contracts: Readonly<Record<string, ServiceContract>>,
  success: boolean,
): readonly Step[] {
  const good = successOf(call, contracts);
  // On the way to a dead end any refusal of the service may be what leads there; outages are nobody's way.
  const outcomes = success
    ? [good]
    : Object.keys(call.on).filter((outcome) => !(outcome in (contracts[serviceOf(call)]?.common ?? {})));
  return outcomes.flatMap((outcome) => {
    const reaction = call.on[outcome];
    const after = { ...facts, [call.operation]: outcome };
    return reaction && 'to' in reaction ? taken(reaction.to, after).map((to) => ({ action, to, facts: after })) : [];
  });
}

const serviceOf = (call: Call) => call.operation.split('.')[0] ?? '';

function taken(branches: Branches, facts: Facts): readonly string[] {
  const branch = branches.find(({ when }) => holds(when, facts));
  return branch ? [branch.to] : [];
}

/** The outcome that a person with every right answer meets. */
export function successOf(call: Call, contracts: Readonly<Record<string, ServiceContract>>): string {
  const [service = '', name = ''] = call.operation.split('.');
  const outcomes = contracts[service]?.operations[name]?.outcomes ?? {};
  return Object.entries(outcomes).find(([, outcome]) => outcome.success)?.[0] ?? Object.keys(call.on)[0] ?? '';
}

/** The choices that right answers make on a screen. */
function answersOf(scenario: Scenario, persona: Persona, id: string): Facts {
  const screen = scenario.screens[id];
  const facts: Record<string, string | readonly string[]> = {};
  for (const field of screen ? fieldsOf(screen) : []) {
    const value =
      field.answer &&
      resolveAnswer(field.answer, { persona, today: '2026-01-15', messages: [], templates: scenario.messages });
    if (field.input === 'tick') facts[field.id] = value === true ? 'oui' : 'non';
    else if (
      ['choice', 'yes-no', 'choices', 'typeahead', 'file'].includes(field.input) &&
      (typeof value === 'string' || Array.isArray(value))
    )
      facts[field.id] = value as string | readonly string[];
  }
  return facts;
}
