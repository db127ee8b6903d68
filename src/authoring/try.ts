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
  /** Stops at the first fault: enough to know that there is one. */
  readonly first?: boolean;
}

/**
 * Tries the scenarios of a catalogue: each example is played, each persona does the procedure with their own papers.
 * What fails is a fault like any other, at the example's line or at the scenario's.
 */
export async function tryCatalogue(
  catalogue: Tried,
  ids: readonly string[],
  setting: TrySetting,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for await (const found of faultsOf(catalogue, ids, setting)) {
    faults.push(found);
    if (setting.first) break;
  }
  return sorted(faults);
}

type Tried = Pick<CompiledCatalogue, 'scenarios' | 'personas' | 'about'>;

async function* faultsOf({ scenarios, personas, about: abouts }: Tried, ids: readonly string[], setting: TrySetting) {
  for (const id of ids) {
    const scenario = scenarios[id];
    const about = abouts[id];
    if (!scenario || !about) continue;
    for (const [index, example] of about.examples.entries()) {
      const { name, failure, losing } = await playExample(example, { scenario, personas, ...setting });
      if (failure === null) continue;
      const at = about.spots.examples[index];
      if (losing === undefined) yield fault('S045', at?.example ?? about.spots.scenario, { name, detail: failure });
      else yield fault('S100', at?.steps[losing] ?? about.spots.scenario, { name, detail: failure });
    }
    // A sandbox imitates no site: its fields ask for what no paper holds.
    if (scenario.replicates.site === imitatesNothing) continue;
    for (const name of scenario.personas) {
      const persona = personas[name];
      const found = persona && (await solve({ scenario, persona, ...setting }));
      if (found && found.failure !== null)
        yield fault('S046', about.spots.scenario, { persona: name, detail: found.failure });
    }
  }
}

/** What `replicates.site` says when a scenario is no procedure. */
const imitatesNothing = 'aucun';
