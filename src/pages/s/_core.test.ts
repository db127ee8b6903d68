import { describe, expect, it } from 'vitest';
import { buildMachine } from '#engine';
import { catalogue } from './_catalogue.ts';
import { coreOf } from './_core.ts';

const { scenarios, personas } = catalogue();

describe.each(Object.values(scenarios).map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  const core = coreOf(scenario, personas);
  const there = Object.values(core.scenario.screens).filter(({ toCome }) => !toCome);

  it('has a place for each screen that those which are there lead to: the statechart can be built', () => {
    // XState refuses a transition to a state that is not there.
    const { states } = buildMachine(core.scenario, {});
    expect(Object.keys(states).sort()).toEqual(
      [...Object.keys(core.scenario.screens), ...Object.keys(scenario.endings)].sort(),
    );
  });

  it('has, of each screen that is there, the very states of the whole: a run may go on in the whole', () => {
    const whole = buildMachine(scenario, {});
    const part = buildMachine(core.scenario, {});
    const shape = (machine: typeof whole, id: string) => JSON.stringify(machine.config.states?.[id]);
    for (const { id } of there) expect(shape(part, id)).toBe(shape(whole, id));
  });

  it('has the whole first screen, and those that come next', () => {
    const first = scenario.screens[scenario.start];
    expect(core.scenario.screens[scenario.start]).toMatchObject({ blocks: first?.blocks, actions: first?.actions });
    for (const { does, look } of first?.actions ?? [])
      for (const { to } of does.kind === 'go' && look !== 'link' ? does.to : [])
        if (scenario.screens[to]) expect(there.map(({ id }) => id)).toContain(to);
  });

  it('is much smaller than the whole', () => {
    expect(JSON.stringify(core).length).toBeLessThan(JSON.stringify({ scenario, personas }).length * 0.8);
  });
});
