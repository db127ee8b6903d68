import { describe, expect, it } from 'vitest';
import { buildMachine } from '#engine';
import { catalogue } from '../s/_catalogue.ts';
import { coreOf } from './_core.ts';

const { scenarios, personas } = catalogue();

describe.each(Object.values(scenarios).map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  const core = coreOf(scenario, personas);

  it('has the statechart of the whole, so that a run may begin on it', () => {
    // Guards are functions: JSON leaves them out, so they are named by the conditions they are made from.
    const shape = (given: typeof scenario) => JSON.stringify(buildMachine(given, {}).config);
    expect(shape(core.scenario)).toBe(shape(scenario));
    const conditions = (given: typeof scenario) =>
      Object.values(given.screens).map(({ actions, load }) => [
        actions.flatMap(({ id, when, does }) =>
          does.kind === 'inert' ? [] : [[id, when, does.kind === 'go' && does.to]],
        ),
        load?.operation,
      ]);
    expect(conditions(core.scenario)).toEqual(conditions(scenario));
  });

  it('has the whole first screen, and says of each other one whether it is there', () => {
    const first = scenario.screens[scenario.start];
    expect(core.scenario.screens[scenario.start]).toMatchObject({ blocks: first?.blocks, actions: first?.actions });
    const placeOf = (each: (typeof scenario)['screens'][string] | undefined) => ({
      title: each?.title,
      to: each && 'to' in each.back ? each.back.to : null,
    });
    const far = Object.values(core.scenario.screens).filter(({ toCome }) => toCome);
    for (const outline of far) expect(placeOf(outline)).toEqual(placeOf(scenario.screens[outline.id]));
  });

  it('is much smaller than the whole', () => {
    expect(JSON.stringify(core).length).toBeLessThan(JSON.stringify({ scenario, personas }).length * 0.8);
  });
});
