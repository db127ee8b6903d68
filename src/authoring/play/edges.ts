import {
  type Branches,
  type Call,
  type Condition,
  factsRead,
  type Reaction,
  type Scenario,
  type Screen,
} from '#engine';

/** One edge of the statechart: from a state, by an event, to a state. States are "screen.ready" or an ending. */
export interface ChartEdge {
  readonly from: string;
  readonly event: string;
  readonly to: string;
  /** The facts that decide whether it is taken. */
  readonly reads: readonly string[];
}

export const edgeKey = ({ from, event, to }: Pick<ChartEdge, 'from' | 'event' | 'to'>): string =>
  `${from} —${event}→ ${to}`;

/**
 * Every edge that `buildMachine` gives a scenario, no answer and the browser's reload among them; changes of facts alone are
 * not edges. One leaves from where one has the hand: not while an answer is awaited.
 */
export function chartEdges(scenario: Scenario): ReadonlyMap<string, ChartEdge> {
  const found = new Map<string, ChartEdge>();
  const add = (edge: ChartEdge) => {
    if (!found.has(edgeKey(edge))) found.set(edgeKey(edge), edge);
  };
  const enter = (id: string) => {
    const screen = scenario.screens[id];
    return screen ? `${id}.${screen.load ? 'loading' : 'ready'}` : id;
  };
  const branches = (from: string, event: string, to: Branches, enabled?: Condition) => {
    to.forEach((branch, index) => {
      const conditions = [enabled, ...to.slice(0, index + 1).map(({ when }) => when)];
      const reads = [...new Set(conditions.flatMap((condition) => [...factsRead(condition).keys()]))];
      add({ from, event, to: enter(branch.to), reads });
    });
  };
  const call = (screen: Screen, from: string, { on }: Call) => {
    add({ from, event: 'failed', to: `${screen.id}.ready`, reads: [] });
    for (const [outcome, reaction] of Object.entries(on) as [string, Reaction][]) {
      const event = `outcome:${outcome}`;
      if ('to' in reaction) branches(from, event, reaction.to);
      else add({ from, event, to: `${screen.id}.ready`, reads: [] });
    }
  };
  for (const screen of Object.values(scenario.screens)) {
    const ready = `${screen.id}.ready`;
    if (screen.load) {
      call(screen, `${screen.id}.loading`, screen.load);
      add({ from: ready, event: 'reload', to: `${screen.id}.loading`, reads: [] });
    }
    for (const { id, when, does } of screen.actions) {
      if (does.kind === 'go') branches(ready, `act:${id}`, does.to, when);
      if (does.kind !== 'call') continue;
      add({ from: ready, event: `act:${id}`, to: `${screen.id}.calling-${id}`, reads: [...factsRead(when).keys()] });
      call(screen, `${screen.id}.calling-${id}`, does);
    }
    if ('to' in screen.back) add({ from: ready, event: 'back', to: enter(screen.back.to), reads: [] });
    if (screen.signedIn && scenario.service.idle)
      add({ from: ready, event: 'idle', to: enter(scenario.service.idle.to), reads: [] });
    add({ from: ready, event: 'leave', to: 'abandon', reads: [] });
  }
  return found;
}
