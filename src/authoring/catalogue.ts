import { relative } from 'node:path';
import type { PersonaSource, Scenario, ServiceContract } from '#engine';
import { checkAssembled, checkCatalogue } from './check/check.ts';
import { compile } from './compile/compile.ts';
import { compilePersona } from './compile/persona.ts';
import { assemble } from './compile/placed.ts';
import { type Fault, type Spot, sorted } from './faults/fault.ts';
import { reading } from './faults/reading.ts';
import { references } from './faults/references.ts';
import { type Library, readLibrary } from './load/library.ts';
import { load, type ReadBefore } from './load/load.ts';
import type { ExampleSource, GlossaryYaml, SourcesYaml } from './schema/index.ts';

/** What the whole of `scenarios/` becomes. */
export interface CompiledCatalogue {
  /** Scenarios without an error, by id. */
  readonly scenarios: Readonly<Record<string, Scenario>>;
  readonly personas: Readonly<Record<string, PersonaSource>>;
  /** Beside each scenario: what its run does not need. */
  readonly about: Readonly<Record<string, ScenarioAbout>>;
  readonly sources: SourcesYaml;
  readonly glossary: GlossaryYaml;
  /** Errors and warnings, by file and line. Files are named from the working folder. */
  readonly faults: readonly Fault[];
}

export interface ScenarioAbout {
  readonly tags: { readonly coop: readonly string[]; readonly dataInclusion: readonly string[] };
  readonly edition: { readonly of: string; readonly title: string } | null;
  readonly examples: readonly ExampleSource[];
  /** Where the scenario, each of its examples and each of their steps are written. */
  readonly spots: {
    readonly scenario: Spot;
    readonly examples: readonly { readonly example: Spot; readonly steps: readonly Spot[] }[];
  };
}

export interface CatalogueOptions {
  /** Contracts of the fake services, by name: `contracts` of #mocks. */
  readonly contracts: Readonly<Record<string, ServiceContract>>;
  /** ISO day, for the age of evidence. Default: the machine's. */
  readonly today?: string;
  /** Kept from one call to the next, spares reading again the files that have not changed. */
  readonly before?: ReadBefore;
}

/** Reads, checks and compiles every scenario under a folder. Never throws on what an author wrote. */
export function compileCatalogue(root: string, options: CatalogueOptions): CompiledCatalogue {
  const shown = relative(process.cwd(), root);
  const compiled = compileLibrary(readLibrary(root), options);
  return {
    ...compiled,
    faults: compiled.faults.map((each) => ({ ...each, file: shown === '' ? each.file : `${shown}/${each.file}` })),
  };
}

/** The same, from texts in memory. */
export function compileLibrary(
  library: Library,
  { contracts, today = new Date().toISOString().slice(0, 10), before }: CatalogueOptions,
): CompiledCatalogue {
  const loaded = load(library, before);
  const lostAnywhere = new Set([...loaded.mended.values()].flatMap((names) => [...names]));
  const faults: Fault[] = [...loaded.faults, ...without(lostAnywhere, checkCatalogue(loaded, today))];
  const scenarios: Record<string, Scenario> = {};
  const about: Record<string, ScenarioAbout> = {};
  for (const id of loaded.scenarios.keys()) {
    const { assembled, faults: assembling, lost } = assemble(id, loaded);
    if (!assembled) continue;
    const scenario = compile(assembled, loaded, contracts);
    const isWhole = assembling.length === 0 && lost === null;
    const found = [...assembling, ...checkAssembled({ assembled, scenario, loaded, contracts, today, isWhole })];
    const sure = without(new Set([...lostAnywhere, ...(lost ?? [])]), lost ? found.filter(isOfNames) : found);
    faults.push(...sure);
    if (lost || sure.some(({ severity }) => severity === 'error')) continue;
    scenarios[id] = scenario;
    const { tags, edition, examples } = assembled.file.data;
    about[id] = {
      tags: { coop: tags?.coop ?? [], dataInclusion: tags?.dataInclusion ?? [] },
      edition: edition ?? null,
      examples: examples ?? [],
      spots: {
        scenario: assembled.file.at([]),
        examples: (examples ?? []).map((example, index) => ({
          example: assembled.file.at(['examples', index]),
          steps: (example.do ?? []).map((_, step) => assembled.file.at(['examples', index, 'do', step])),
        })),
      },
    };
  }
  const personas = Object.fromEntries(
    [...loaded.personas].flatMap(([id, { file, data }]) =>
      loaded.mended.has(file) ? [] : [[id, compilePersona(data)] as const],
    ),
  );
  return {
    scenarios,
    personas,
    about,
    sources: loaded.sources.data,
    glossary: loaded.glossary.data,
    faults: sorted(faults),
  };
}

/** What can be told of a scenario that was read around misspelt keys: the keys, and names that lead nowhere. */
const isOfNames = ({ code }: Fault) => code in reading || code in references;

/** A name that leads nowhere may be one that stands under a key that nobody knows: that key's fault is enough. */
function without(lost: ReadonlySet<string>, faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ code, names }) => code in reading || !names.some((name) => lost.has(name)));
}
