import { type AnyStateMachine, assign, createMachine } from 'xstate';
import type { Facts } from './condition.ts';
import { factsRead, holds } from './conditions.ts';
import type { Action, Branches, Call, Field, Reaction, Scenario, Screen } from './scenario/index.ts';

/**
 * The statechart of a scenario. Screens are states; within one, `loading` waits for the data of the screen, `ready` for
 * the learner, `calling-<action>` for the fake back end. Nothing is invoked: whoever drives the machine performs the
 * call and sends its outcome, so that `xstate/graph` can walk every edge (DESIGN §13.1).
 *
 * Events: `act:<action>` · `outcome:<name>` · `set:<fact>:<value>` · `back` · `idle` · `leave` ·
 * `failed` (no answer) and `reload` (the browser's button): not of the procedure, but walked by `play` as all else.
 * The context holds only the closed facts that branches read.
 */
export interface MachineContext {
  facts: Facts;
}

/** State and transition configuration, in the part of XState's own vocabulary that we use. */
interface Transition {
  target: string;
  guard?: (args: { context: MachineContext }) => boolean;
  actions?: unknown;
  reenter?: boolean;
}
type Transitions = Record<string, readonly Transition[] | { actions: unknown }>;

/** Statecharts hold nothing of a run: those who begin the same scenario with the same facts share one. */
const built = new WeakMap<Scenario, Map<string, AnyStateMachine>>();

/** Builds the statechart. `facts` are those known from the start: the persona's traits, the edition. */
export function buildMachine(scenario: Scenario, facts: Facts): AnyStateMachine {
  const known = Object.fromEntries(Object.entries(facts).filter(([fact]) => fact in scenario.facts));
  const machines = built.get(scenario) ?? new Map<string, AnyStateMachine>();
  built.set(scenario, machines);
  const key = JSON.stringify(known);
  const machine = machines.get(key) ?? machineFor(scenario, known);
  machines.set(key, machine);
  return machine;
}

function machineFor(scenario: Scenario, known: Facts): AnyStateMachine {
  const states: Record<string, unknown> = {};
  for (const screen of Object.values(scenario.screens)) states[screen.id] = screenState(screen, scenario);
  for (const ending of Object.keys(scenario.endings)) states[ending] = { type: 'final', id: ending };
  return createMachine({
    id: 'run',
    initial: scenario.start,
    context: { facts: known },
    states,
    on: { leave: { target: '.abandon' } },
  } as never);
}

function screenState(screen: Screen, scenario: Scenario): unknown {
  const ready: Transitions = {};
  const states: Record<string, unknown> = { ready: { on: ready } };
  if (screen.load) {
    states['loading'] = { on: outcomes(screen.load, screen, scenario) };
    ready['reload'] = [{ target: `#${screen.id}.loading` }];
  }
  for (const action of screen.actions) {
    const enabled = action.when;
    if (action.does.kind === 'go') ready[`act:${action.id}`] = branches(action.does.to, enabled);
    if (action.does.kind === 'call') {
      ready[`act:${action.id}`] = guarded([{ target: `#${screen.id}.calling-${action.id}` }], enabled);
      states[`calling-${action.id}`] = { on: outcomes(action.does, screen, scenario) };
    }
  }
  if ('to' in screen.back) ready['back'] = [{ target: `#${screen.back.to}` }];
  if (screen.signedIn && scenario.service.idle) ready['idle'] = [{ target: `#${scenario.service.idle.to}` }];
  for (const [fact, values] of factsSetHere(screen, scenario)) {
    for (const value of values) ready[`set:${fact}:${value}`] = { actions: remember(fact, value) };
  }
  return { id: screen.id, initial: screen.load ? 'loading' : 'ready', states };
}

function outcomes(call: Call, screen: Screen, scenario: Scenario): Transitions {
  // `failed`: no answer came, or one that the contract does not know.
  const on: Transitions = { failed: [{ target: `#${screen.id}.ready` }] };
  for (const [outcome, reaction] of Object.entries(call.on)) {
    const keep = call.operation in scenario.facts ? { actions: remember(call.operation, outcome) } : {};
    const found = reactionBranches(reaction, screen);
    // `check` refuses branches that can all be false; should it happen, the learner stays here rather than wait for ever.
    const otherwise = found.at(-1)?.guard ? [{ target: `#${screen.id}.ready` }] : [];
    on[`outcome:${outcome}`] = [...found, ...otherwise].map((branch) => ({ ...branch, ...keep }));
  }
  return on;
}

function reactionBranches(reaction: Reaction, screen: Screen): readonly Transition[] {
  return 'to' in reaction ? branches(reaction.to) : [{ target: `#${screen.id}.ready` }];
}

function branches(to: Branches, enabled?: Action['when']): readonly Transition[] {
  return guarded(
    to.map((branch) => ({
      target: `#${branch.to}`,
      reenter: true,
      ...(branch.when
        ? { guard: ({ context }: { context: MachineContext }) => holds(branch.when, context.facts) }
        : {}),
    })),
    enabled,
  );
}

function guarded(transitions: readonly Transition[], enabled: Action['when']): readonly Transition[] {
  if (!enabled) return transitions;
  return transitions.map((transition) => ({
    ...transition,
    guard: (args) => holds(enabled, args.context.facts) && (transition.guard?.(args) ?? true),
  }));
}

function remember(fact: string, value: string): unknown {
  const kept = value.includes('+') ? value.split('+') : value;
  return assign({ facts: ({ context }: { context: MachineContext }) => ({ ...context.facts, [fact]: kept }) });
}

/** The facts that the fields of a screen set, of those that branches read, with the values each can take. */
function factsSetHere(screen: Screen, scenario: Scenario): ReadonlyMap<string, readonly string[]> {
  const here = new Map<string, readonly string[]>();
  for (const field of fieldsOf(screen)) {
    const values = scenario.facts[field.id];
    if (values) here.set(field.id, values);
  }
  return here;
}

/** Every field of a screen, those inside groups, cards and fold-outs included. */
export function fieldsOf(screen: Screen): readonly Field[] {
  const known = fieldsKnown.get(screen);
  if (known) return known;
  const collect = (blocks: Screen['blocks']): readonly Field[] =>
    blocks.flatMap((block) => (block.kind === 'field' ? [block] : 'blocks' in block ? collect(block.blocks) : []));
  const found = collect(screen.blocks);
  fieldsKnown.set(screen, found);
  return found;
}

/** Asked at each key: a screen never changes. */
const fieldsKnown = new WeakMap<Screen, readonly Field[]>();

/** The facts that the branches and the enabling conditions of screens read: what the context must hold. */
export function factsOfBranches(screens: Scenario['screens']): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (condition: Action['when']) => {
    for (const fact of factsRead(condition).keys()) found.add(fact);
  };
  const addCall = (call: Call) => {
    for (const reaction of Object.values(call.on))
      if ('to' in reaction) for (const branch of reaction.to) add(branch.when);
  };
  for (const screen of Object.values(screens)) {
    if (screen.load) addCall(screen.load);
    for (const action of screen.actions) {
      add(action.when);
      if (action.does.kind === 'go') for (const branch of action.does.to) add(branch.when);
      if (action.does.kind === 'call') addCall(action.does);
    }
  }
  return found;
}
