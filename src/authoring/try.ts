import type { ServiceContract } from '#engine';
import type { CompiledCatalogue } from './catalogue.ts';
import { type Fault, fault, sorted } from './faults/fault.ts';
import { playExample, type StartFake } from './play/index.ts';
import { solve } from './solve/solve.ts';

export interface TrySetting {
  readonly contracts: Readonly<Record<string, ServiceContract>>;
  /** ISO day of the runs. */
  readonly today: string;
  readonly start: StartFake;
}

/**
 * Tries the scenarios of a catalogue: each example is played, each persona does the procedure with their own papers.
 * What fails is a fault like any other, at the example's line or at the scenario's.
 */
export async function tryCatalogue(
  catalogue: Pick<CompiledCatalogue, 'scenarios' | 'personas' | 'about'>,
  ids: readonly string[],
  setting: TrySetting,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const id of ids) {
    const scenario = catalogue.scenarios[id];
    const about = catalogue.about[id];
    if (!scenario || !about) continue;
    for (const [index, example] of about.examples.entries()) {
      const { name, failure } = await playExample(example, { scenario, personas: catalogue.personas, ...setting });
      if (failure !== null)
        faults.push(fault('S045', about.spots.examples[index] ?? about.spots.scenario, { name, detail: failure }));
    }
    // A sandbox imitates no site: its fields ask for what no paper holds.
    if (scenario.replicates.site === imitatesNothing) continue;
    for (const name of scenario.personas) {
      const persona = catalogue.personas[name];
      const found = persona && (await solve({ scenario, persona, ...setting }));
      if (found && found.failure !== null)
        faults.push(fault('S046', about.spots.scenario, { persona: name, detail: found.failure }));
    }
  }
  return sorted(faults);
}

/** What `replicates.site` says when a scenario is no procedure. */
const imitatesNothing = 'aucun';
