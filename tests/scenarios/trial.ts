import { type CatalogueOptions, type CompiledCatalogue, compileLibrary, type Library, tryCatalogue } from '#authoring';
import { contracts } from '#mocks';
import { startFake } from '../../src/cli/fake-network.ts';
import type { Mutant } from './mutants.ts';

const today = '2026-11-21';

type Before = NonNullable<CatalogueOptions['before']>;

/**
 * What becomes of a slip: `check` says it, an example or the solver stumbles on it, nothing at all changes in what is
 * compiled, or nobody sees it.
 */
export type Fate = 'checked' | 'tried' | 'same' | 'survived';

/** Where the slips of one file are tried: in the procedures that it is part of, one after the other. */
export interface Trial {
  fate(mutant: Mutant): Promise<Fate>;
}

/** One procedure, alone with what it is made of. */
interface Bench {
  readonly id: string;
  readonly library: Library;
  readonly hash: string;
}

export function trialOf(file: string, library: Library): Trial {
  const before: Before = new Map();
  const benches = proceduresWith(file, library).map((procedure) => {
    let made: Bench | undefined;
    return () => {
      made ??= benchOf(procedure, library, before);
      return made;
    };
  });
  return {
    async fate(mutant) {
      const text = mutant.text();
      let fate: Fate = 'same';
      for (const bench of benches) {
        const { id, library: alone, hash } = bench();
        const compiled = compileLibrary(new Map([...alone, [file, text]]), { contracts, today, before });
        if (hasError(compiled)) return 'checked';
        // What runs is the same to the byte: no example and no solver can tell.
        if (compiled.scenarios[id]?.hash === hash) continue;
        const faults = await tryCatalogue(compiled, [id], { contracts, today, start: startFake, first: true });
        if (faults.length > 0) return 'tried';
        fate = 'survived';
      }
      return fate;
    },
  };
}

const hasError = ({ faults }: CompiledCatalogue) => faults.some(({ severity }) => severity === 'error');

/** The procedures' files. */
export const proceduresOf = (library: Library): readonly string[] =>
  [...library.keys()].filter((file) => /^(?!personas|commun)[a-z-]+\/(?!service)[a-z0-9-]+\.yaml$/.test(file));

/** Itself; of what several share, the procedures made with it. */
function proceduresWith(file: string, library: Library): readonly string[] {
  const procedures = proceduresOf(library);
  if (procedures.includes(file)) return [file];
  if (!file.includes('/')) return procedures;
  const persona = /^personas\/(.*)\.yaml$/.exec(file)?.[1];
  return procedures.filter((procedure) => {
    const [service] = procedure.split('/');
    if (persona !== undefined) return personasOf(library.get(procedure) ?? '').includes(persona);
    return file === `${service}/service.yaml` || usesOf(procedure, library).includes(file);
  });
}

const personasOf = (text: string): readonly string[] => /^personas: \[(.*)\]/m.exec(text)?.[1]?.split(', ') ?? [];

/** The files of shared screens that a procedure or its service names. */
function usesOf(procedure: string, library: Library): readonly string[] {
  const texts = [procedure, `${procedure.split('/')[0]}/service.yaml`].map((each) => library.get(each) ?? '');
  return texts.flatMap((text) => [...text.matchAll(/screen: (commun\/[a-z0-9-]+)/g)].map(([, name]) => `${name}.yaml`));
}

function benchOf(procedure: string, library: Library, before: Before): Bench {
  const [service = ''] = procedure.split('/');
  const text = library.get(procedure) ?? '';
  const procedures = proceduresOf(library);
  const others = new Set(procedures.map((each) => each.split('/')[0] ?? '').filter((each) => each !== service));
  const edited = /^edition: \{ of: ([a-z0-9/-]+)/m.exec(text)?.[1];
  const shared = usesOf(procedure, library);
  const alone = new Map(
    [...library].filter(([file]) => {
      const [folder = ''] = file.split('/');
      if (procedures.includes(file)) return file === procedure || file === `${edited}.yaml`;
      if (folder === 'commun') return shared.includes(file);
      return !others.has(folder) || text.includes(`site: ${folder}`);
    }),
  );
  const id = procedure.replace('.yaml', '');
  const compiled = compileLibrary(alone, { contracts, today, before });
  const scenario = compiled.scenarios[id];
  if (!scenario || hasError(compiled)) throw new Error(`${procedure} does not stand alone`);
  return { id, library: alone, hash: scenario.hash };
}
