import { type PersonaSource, type Port, type Recipe, type Scenario, type ServiceContract, startDay } from '#engine';
import { bundlesOf, isReply, whatWentOtherwise } from './bundle.ts';
import { Driver } from './driver.ts';
import { chartEdges, edgeKey } from './edges.ts';
import { change, fillScreen } from './entries.ts';
import type { StartFake } from './fake.ts';
import { shortestPaths, type WalkPath } from './paths.ts';
import { personaOn } from './persona-on.ts';

/** What walking a scenario found. */
export interface WalkReport {
  readonly id: string;
  readonly states: number;
  readonly edges: number;
  readonly edgesWalked: number;
  /** In French: an edge not walked, or an answer other than the one its recipe promises. */
  readonly failures: readonly string[];
}

export interface WalkSetting {
  readonly scenario: Scenario;
  readonly personas: Readonly<Record<string, PersonaSource>>;
  readonly contracts: Readonly<Record<string, ServiceContract>>;
  readonly today: string;
  readonly start: StartFake;
}

/**
 * Walks every edge of a scenario through the real engine and the real fake back ends. Outcomes are reached by the
 * contract's recipes (a change of the world, an input, a jump of the clock), never forced (DESIGN §13.2); that no answer comes
 * is not one of them: the call then fails on its way, as where there is no network.
 */
export async function walk(setting: WalkSetting): Promise<WalkReport> {
  const { scenario } = setting;
  const edges = chartEdges(scenario);
  const walked = new Set<string>();
  const wrong = new Map<string, string>();
  for (const { persona, paths } of plans(setting, edges)) {
    // Longest first: what a path goes through needs no path of its own.
    const order = [...paths].sort(([, a], [, b]) => b.events.length - a.events.length);
    for (const [key, path] of order) {
      if (walked.has(key)) continue;
      const failure = await take(path, persona, setting, (done) => walked.add(done));
      if (failure === null) wrong.delete(key);
      else wrong.set(key, failure);
    }
  }
  const missing = [...edges.keys()].filter((key) => !walked.has(key));
  const states = new Set([...edges.values()].flatMap(({ from, to }) => [from, to]));
  const failures = missing.map((key) => `${key} : ${wrong.get(key) ?? 'aucun chemin n’y mène'}`);
  return {
    id: scenario.id,
    states: states.size,
    edges: edges.size,
    edgesWalked: edges.size - missing.length,
    failures,
  };
}

interface Plan {
  readonly persona: PersonaSource;
  readonly paths: ReadonlyMap<string, WalkPath>;
}

/** Paths by persona: with the right choices first, then varying the facts that the edges left over read. */
function plans(
  { scenario, personas, contracts, today }: WalkSetting,
  edges: ReturnType<typeof chartEdges>,
): readonly Plan[] {
  const left = new Map(edges);
  const found: Plan[] = [];
  const plan = (source: PersonaSource, vary: readonly string[]) => {
    const persona = personaOn(source, startDay(scenario, today));
    const all = pathsOrNone({ scenario, persona, contracts, vary });
    const paths = new Map([...all].filter(([key]) => left.has(key)));
    for (const key of paths.keys()) left.delete(key);
    if (paths.size > 0) found.push({ persona: source, paths });
  };
  const people = scenario.personas.flatMap((id) => personas[id] ?? []);
  for (const person of people) plan(person, []);
  for (const person of people) {
    const groups = new Map([...left.values()].map(({ reads }) => [[...reads].sort().join(), reads]));
    for (const reads of groups.values())
      if (left.size > 0)
        plan(
          person,
          reads.filter((fact) => fact in scenario.facts),
        );
  }
  // What one person's way has used up may hide another's: each choice on its own, for what is left.
  for (const person of people)
    for (const fact of Object.keys(scenario.facts)) if (left.size > 0 && !fact.includes('.')) plan(person, [fact]);
  return found;
}

/** None when there are too many states to search: the edges left are then said not to be reached. */
function pathsOrNone(options: Parameters<typeof shortestPaths>[0]): ReturnType<typeof shortestPaths> {
  try {
    return shortestPaths(options);
  } catch {
    return new Map();
  }
}

/** Follows one path; says each edge really taken. Returns what went otherwise, or null. */
async function take(
  path: WalkPath,
  source: PersonaSource,
  setting: WalkSetting,
  onEdge: (key: string) => void,
): Promise<string | null> {
  const { scenario, contracts, today, start } = setting;
  const planned: { readonly event: string }[] = [];
  const bundles = bundlesOf(path);
  const around = (port: Port, driver: Driver): Port => ({
    call(operation, input) {
      const next = planned.shift();
      if (next?.event === 'failed') return Promise.reject(new Error('Nothing answers.'));
      const outcome = next?.event.slice('outcome:'.length) ?? '';
      const recipe = next && recipeOf(contracts, operation, outcome);
      for (const name of recipe?.presets ?? []) driver.fake.preset(operation.split('.')[0] ?? '', name);
      if (recipe?.jump) driver.jump(recipe.jump);
      return port.call(operation, { ...input, ...hidden(recipe, input) });
    },
  });
  const expect = (events: readonly string[]) => {
    planned.length = 0;
    for (const event of events) if (isReply(event)) planned.push({ event });
  };
  expect(bundles[0]?.events ?? []);
  const driver = new Driver({ scenario, persona: source, today, start, around });
  const onPurpose = new Set<string>();
  try {
    await driver.settled();
    for (const bundle of bundles) {
      const [event = ''] = bundle.events;
      expect(bundle.events);
      const said = driver.steps.length;
      if (event.startsWith('set:')) {
        const [, fact = '', value = ''] = event.split(':');
        const field = driver.field(fact);
        if (!field) return `le champ « ${fact} » n'est pas là`;
        driver.type(
          fact,
          field.input === 'tick'
            ? value === 'oui'
            : field.input === 'choices'
              ? value.split('+').filter((id) => id !== '')
              : value,
        );
        onPurpose.add(fact);
      } else if (event.startsWith('act:'))
        await act(event.slice('act:'.length), bundle.events, driver, contracts, onPurpose);
      else if (event === 'back') driver.run.back();
      else if (event === 'idle') driver.run.timeOut();
      else if (event === 'leave') driver.run.leave();
      else if (event === 'reload') driver.run.reload();
      await driver.settled();
      const failure = whatWentOtherwise(bundle, driver, said);
      if (failure !== null) return failure;
      bundle.events.forEach((each, index) => {
        if (!each.startsWith('set:'))
          onEdge(edgeKey({ from: bundle.states[index] ?? '', event: each, to: bundle.states[index + 1] ?? '' }));
      });
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    driver.stop();
  }
}

/** What a recipe wants of fields that this path does not show, and which therefore give nothing: another path shows them. */
function hidden(
  recipe: Recipe | undefined,
  input: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(recipe?.input ?? {}).flatMap(([name, wanted]) =>
      typeof wanted === 'object' && input[name] === null ? [[name, wanted.value]] : [],
    ),
  );
}

async function act(
  id: string,
  events: readonly string[],
  driver: Driver,
  contracts: WalkSetting['contracts'],
  onPurpose: ReadonlySet<string>,
): Promise<void> {
  const action = driver.run.view.screen?.actions.find((each) => each.id === id);
  if (!action) return;
  if (action.validates) fillScreen(driver, onPurpose);
  const outcome = events[1]?.slice('outcome:'.length);
  if (action.does.kind === 'call' && outcome !== undefined) {
    const recipe = recipeOf(contracts, action.does.operation, outcome);
    const changed = new Set(onPurpose);
    for (const [input, wanted] of Object.entries(recipe?.input ?? {})) {
      const field = driver.field(action.does.with[input] ?? '');
      if (!field) continue;
      change(driver, field, wanted);
      changed.add(field.id);
    }
    // What was changed may have opened other fields.
    if (action.validates && changed.size > onPurpose.size) fillScreen(driver, changed);
  }
  await driver.press(id);
}

function recipeOf(contracts: WalkSetting['contracts'], operation: string, outcome: string) {
  const [service = '', name = ''] = operation.split('.');
  const contract = contracts[service];
  return (contract?.operations[name]?.outcomes[outcome] ?? contract?.common[outcome])?.recipe;
}
