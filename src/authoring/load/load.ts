import type { z } from 'zod';
import { type Fault, fault } from '../faults/fault.ts';
import {
  type BrandsYaml,
  brands,
  type GlossaryYaml,
  glossary,
  type PersonaYaml,
  persona,
  type ScenarioSource,
  type ServiceSource,
  type SharedSource,
  type SourcesYaml,
  scenario,
  service,
  shared,
  sources,
} from '../schema/index.ts';
import { readAs } from './issues.ts';
import type { Library } from './library.ts';
import { type Path, parseYaml, type Sourced } from './place.ts';

/** The catalogue as written: every file that could be read, and what is wrong with the others. */
export interface Loaded {
  readonly library: Library;
  readonly scenarios: ReadonlyMap<string, Sourced<ScenarioSource>>;
  readonly services: ReadonlyMap<string, Sourced<ServiceSource>>;
  readonly personas: ReadonlyMap<string, Sourced<PersonaYaml>>;
  readonly shared: ReadonlyMap<string, Sourced<SharedSource>>;
  readonly sources: Sourced<SourcesYaml>;
  readonly glossary: Sourced<GlossaryYaml>;
  readonly brands: Sourced<BrandsYaml>;
  readonly faults: readonly Fault[];
  /** Files that could not be read: what refers to them is not a second fault. */
  readonly broken: ReadonlySet<string>;
  /** Files read as they were meant, their keys misspelt: the names under those that nobody knows (mend.ts). */
  readonly mended: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Files read before, by name, each with its text: for whoever reads a library again and again with one file changed. */
export type ReadBefore = Map<string, { readonly text: string; readonly found: Sourced<unknown> }>;

/** Parses and validates every file of a library. */
export function load(library: Library, before: ReadBefore = new Map()): Loaded {
  const faults: Fault[] = [];
  const broken = new Set<string>();
  const mendedFiles = new Map<string, ReadonlySet<string>>();
  const scenarios = new Map<string, Sourced<ScenarioSource>>();
  const services = new Map<string, Sourced<ServiceSource>>();
  const personas = new Map<string, Sourced<PersonaYaml>>();
  const sharedScreens = new Map<string, Sourced<SharedSource>>();
  let allSources: Sourced<SourcesYaml> = nowhere('sources.yaml', {});
  let words: Sourced<GlossaryYaml> = nowhere('glossaire.yaml', { terms: {} });
  let ofOthers: Sourced<BrandsYaml> = nowhere('marques.yaml', { logos: [], palettes: [], hosts: [] });

  const read = <T>(file: string, text: string, schema: z.ZodType<T>): Sourced<T> | null => {
    const known = before.get(file);
    if (known?.text === text) return known.found as Sourced<T>;
    const raw = readYaml(file, text);
    if ('faults' in raw) {
      faults.push(...raw.faults);
      broken.add(file);
      return null;
    }
    const result = readAs(schema, raw);
    faults.push(...result.faults);
    if (result.data === null) {
      broken.add(file);
      return null;
    }
    const { data, mended } = result;
    if (mended) {
      mendedFiles.set(file, mended.lost);
      return { file, data, at: (path) => raw.at(mended.written(path)) };
    }
    const found = { ...raw, data };
    before.set(file, { text, found });
    return found;
  };
  const keep = <T>(map: Map<string, Sourced<T>>, id: string, found: Sourced<T> | null) => {
    if (found) map.set(id, found);
  };

  for (const [file, text] of library) {
    const role = roleOf(file);
    const id = file.replace(/\.ya?ml$/, '');
    if (role === 'sources') allSources = read(file, text, sources) ?? allSources;
    else if (role === 'glossary') words = read(file, text, glossary) ?? words;
    else if (role === 'brands') ofOthers = read(file, text, brands) ?? ofOthers;
    else if (role === 'service') keep(services, id.split('/')[0] ?? id, read(file, text, service));
    else if (role === 'shared') keep(sharedScreens, id, read(file, text, shared));
    else if (role === 'scenario') keep(scenarios, id, read(file, text, scenario));
    else if (role === 'persona') {
      const found = read(file, text, persona);
      const slug = id.split('/').at(-1) ?? id;
      if (found && found.data.id !== slug)
        faults.push(
          fault('S023', found.at(['id']), {
            name: found.data.id,
            detail: `Ce fichier s'appelle « ${slug} » et son personnage « ${found.data.id} ».`,
            hint: 'Donnez-leur le même nom.',
          }),
        );
      keep(personas, slug, found);
    }
  }
  if (!library.has('marques.yaml')) faults.push(fault('S093', { file: 'marques.yaml', line: 1 }, {}));
  for (const [id, found] of scenarios) {
    const [name = ''] = id.split('/');
    if (!services.has(name) && !broken.has(`${name}/service.yaml`)) faults.push(fault('S009', found.at([]), { name }));
  }
  return {
    library,
    scenarios,
    services,
    personas,
    shared: sharedScreens,
    sources: allSources,
    glossary: words,
    brands: ofOthers,
    faults,
    broken,
    mended: mendedFiles,
  };
}

/** What a file is, from where it stands. */
function roleOf(
  file: string,
): 'sources' | 'glossary' | 'brands' | 'service' | 'shared' | 'scenario' | 'persona' | null {
  if (!/\.ya?ml$/.test(file)) return null;
  if (file === 'sources.yaml') return 'sources';
  if (file === 'glossaire.yaml') return 'glossary';
  if (file === 'marques.yaml') return 'brands';
  const [folder = '', name = ''] = file.split('/');
  if (name === '' || folder === 'parcours') return null;
  if (folder === 'personas') return 'persona';
  if (folder === 'commun') return 'shared';
  return name === 'service.yaml' ? 'service' : 'scenario';
}

/** A YAML text as data that knows its lines, or what stops it from being read. */
export function readYaml(file: string, text: string): Sourced<unknown> | { readonly faults: readonly Fault[] } {
  const parsed = parseYaml(text);
  if (parsed.errors.length > 0) {
    return {
      faults: parsed.errors.map(({ line, detail, duplicate }) =>
        duplicate === undefined
          ? fault('S001', { file, line }, { detail })
          : fault('S008', { file, line }, { what: 'La clé', name: duplicate }),
      ),
    };
  }
  return { file, data: parsed.data ?? {}, at: (path: Path) => ({ file, line: parsed.line(path) }) };
}

function nowhere<T>(file: string, data: T): Sourced<T> {
  return { file, data, at: () => ({ file, line: 1 }) };
}
