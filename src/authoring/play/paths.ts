import { type AnyMachineSnapshot, type AnyStateMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import {
  buildMachine,
  type Facts,
  fieldsOf,
  type MachineContext,
  type Persona,
  type Scenario,
  type ServiceContract,
} from '#engine';
import { answersOf } from '../compile/way.ts';
import { edgeKey } from './edges.ts';

// The only file that knows how XState walks a chart.

/** Events that lead from the start through one more edge. */
export interface WalkPath {
  readonly events: readonly string[];
  /** State after each event, "screen.ready" or an ending; the first is the start's. */
  readonly states: readonly string[];
}

export interface WalkOptions {
  readonly scenario: Scenario;
  readonly persona: Persona;
  readonly contracts: Readonly<Record<string, ServiceContract>>;
  /** Facts whose every value is tried; the others take their right answer. */
  readonly vary: readonly string[];
}

/** What the search asks at each of its thousands of states, worked out once a screen. */
interface Search extends WalkOptions {
  readonly answersAt: (screen: string) => ReturnType<typeof answersOf>;
}

/** By edge key, a shortest path that ends with that edge, for the edges that these facts open. */
export function shortestPaths(given: WalkOptions): ReadonlyMap<string, WalkPath> {
  const { scenario, persona, vary } = given;
  const answers = new Map<string, ReturnType<typeof answersOf>>();
  const options: Search = {
    ...given,
    answersAt(screen) {
      const found = answers.get(screen) ?? answersOf(scenario, persona, screen);
      answers.set(screen, found);
      return found;
    },
  };
  const machine = buildMachine(scenario, { persona: persona.id, ...persona.traits });
  const eventsAt = (state: AnyMachineSnapshot) => events(state, options).map((type) => ({ type }));
  const paths = getShortestPaths(machine as AnyStateMachine, {
    events: eventsAt as never,
    limit: 50_000,
    // Where we are, and only the facts under trial: the others follow from the answers.
    serializeState: ((state: AnyMachineSnapshot) =>
      `${nameOf(state)} ${JSON.stringify(vary.map((fact) => factsAt(state)[fact]))} ${due(state, options).join()}`) as never,
  });
  const found = new Map<string, WalkPath>();
  const replay = replayOf(machine);
  for (const { state: merged, steps } of paths) {
    const before = steps.map(({ event }) => String(event.type)).filter((type) => !type.startsWith('xstate.'));
    const states = [...new Set([steps[0]?.state, ...steps.map((step) => step.state), merged])].flatMap((each) =>
      each ? [nameOf(each as AnyMachineSnapshot)] : [],
    );
    // States that only other facts tell apart were merged: what this path leads to is found by taking it.
    const state = replay(before);
    const from = nameOf(state);
    for (const { type } of [...eventsAt(state), ...accidents(state, scenario)]) {
      const next = replay([...before, type]);
      const key = edgeKey({ from, event: type, to: nameOf(next) });
      const known = found.get(key);
      if (!known || known.events.length > before.length + 1)
        found.set(key, { events: [...before, type], states: [...states, nameOf(next)] });
    }
  }
  return found;
}

/** The state that a list of events leads to from the start; each beginning is worked out once. */
function replayOf(machine: AnyStateMachine): (events: readonly string[]) => AnyMachineSnapshot {
  const known = new Map<string, AnyMachineSnapshot>();
  const replay = (events: readonly string[]): AnyMachineSnapshot => {
    const key = events.join('\n');
    const last = events.at(-1);
    const found =
      known.get(key) ??
      (last === undefined
        ? getInitialSnapshot(machine)
        : getNextSnapshot(machine, replay(events.slice(0, -1)) as never, { type: last } as never));
    known.set(key, found as AnyMachineSnapshot);
    return found as AnyMachineSnapshot;
  };
  return replay;
}

/** "screen.ready", "screen.calling-x", or the ending. */
export function nameOf(state: AnyMachineSnapshot): string {
  const value: unknown = state.value;
  if (typeof value === 'string') return value;
  return Object.entries(value as Record<string, string>)
    .map(([screen, sub]) => `${screen}.${sub}`)
    .join();
}

const factsAt = (state: AnyMachineSnapshot): Facts => (state.context as MachineContext).facts;

/** Facts of this screen that a person would settle before acting. */
function due(state: AnyMachineSnapshot, { scenario, answersAt, vary }: Search): readonly string[] {
  const [id = '', sub] = nameOf(state).split('.');
  const screen = scenario.screens[id];
  if (!screen || sub !== 'ready') return [];
  const answers = answersAt(id);
  return fieldsOf(screen)
    .map((field) => field.id)
    .filter((fact) => fact in scenario.facts && !(fact in factsAt(state)) && (vary.includes(fact) || fact in answers));
}

function events(state: AnyMachineSnapshot, options: Search): readonly string[] {
  const { scenario, persona, contracts, vary, answersAt } = options;
  const [id = '', sub = ''] = nameOf(state).split('.');
  const screen = scenario.screens[id];
  if (!screen) return [];
  if (sub !== 'ready') {
    const action = screen.actions.find((each) => `calling-${each.id}` === sub);
    const call = sub === 'loading' ? screen.load : action?.does.kind === 'call' ? action.does : undefined;
    return call
      ? outcomesFor(call.operation, Object.keys(call.on), persona, contracts).map((outcome) => `outcome:${outcome}`)
      : [];
  }
  const answers = answersAt(id);
  const settings = (fact: string) => {
    const right = answers[fact];
    const values = vary.includes(fact)
      ? (scenario.facts[fact] ?? []).filter((value) => value !== '' && !value.includes('+'))
      : right === undefined
        ? []
        : [[right].flat().slice().sort().join('+')];
    return values.map((value) => `set:${fact}:${value}`);
  };
  const [first] = due(state, options);
  if (first !== undefined) return settings(first);
  const changes = fieldsOf(screen)
    .filter((field) => vary.includes(field.id))
    .flatMap((field) => settings(field.id));
  const acts = screen.actions.filter(({ does }) => does.kind !== 'inert').map((action) => `act:${action.id}`);
  return [...acts, ...changes, 'back', ...(screen.signedIn ? ['idle'] : []), 'leave'];
}

/**
 * What can happen anywhere, and that no way goes through: no answer comes, the browser's button is pressed. Each ends a
 * path, so that the ways to all else are those of somebody whom it did not happen to.
 */
function accidents(state: AnyMachineSnapshot, { screens }: Scenario): readonly { readonly type: string }[] {
  const [id = '', sub] = nameOf(state).split('.');
  if (sub === 'ready') return screens[id]?.load ? [{ type: 'reload' }] : [];
  return sub === undefined ? [] : [{ type: 'failed' }];
}

/** What a service can answer to this persona: some outcomes are for some people only, who then get no other. */
function outcomesFor(
  operation: string,
  outcomes: readonly string[],
  persona: Persona,
  contracts: WalkOptions['contracts'],
): readonly string[] {
  const [service = '', name = ''] = operation.split('.');
  const contract = contracts[service];
  const recipes = contract?.operations[name]?.outcomes ?? {};
  const own = outcomes.filter(
    (outcome) =>
      recipes[outcome]?.recipe.personas?.includes(persona.id) &&
      !recipes[outcome]?.recipe.presets &&
      !recipes[outcome]?.recipe.input,
  );
  return outcomes.filter((outcome) => {
    const only = recipes[outcome]?.recipe.personas;
    if (only && !only.includes(persona.id)) return false;
    return own.length === 0 || own.includes(outcome) || outcome in (contract?.common ?? {});
  });
}
