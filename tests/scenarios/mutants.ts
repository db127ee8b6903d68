import { type Document, isMap, parseDocument } from 'yaml';
import type { Library } from '#authoring';
import type { ServiceContract } from '#engine';

/** A catalogue with one slip in it, such as an author makes. */
export interface Mutant {
  /** "swapped target: caf/service.yaml screens/connexion/actions/0/on/ok". */
  readonly name: string;
  readonly library: Library;
  readonly contracts: Contracts;
}

type Contracts = Readonly<Record<string, ServiceContract>>;
type Path = readonly (string | number)[];
type Edit = (document: Document) => void;

const scenario = 'caf/declaration-trimestrielle.yaml';
const service = 'caf/service.yaml';
const shared = 'commun/code-par-mail.yaml';

/** Every slip of the kinds below, in the real files of one procedure. */
export function mutants(library: Library, contracts: Contracts): readonly Mutant[] {
  const found: Mutant[] = [];
  const add = (kind: string, file: string, path: Path, edit: Edit) => {
    const document = parseDocument(library.get(file) ?? '');
    edit(document);
    found.push({
      name: `${kind}: ${file} ${path.join('/')}`,
      library: new Map([...library, [file, document.toString({ lineWidth: 0 })]]),
      contracts,
    });
  };
  const drop = (kind: string, file: string, path: Path) => add(kind, file, path, (document) => document.deleteIn(path));
  const set = (kind: string, file: string, path: Path, value: unknown) =>
    add(kind, file, path, (document) => document.setIn(path, value));
  const rename = (kind: string, file: string, path: Path, to: string) =>
    add(kind, file, path, (document) => {
      const map = document.getIn(path.slice(0, -1));
      const pair = isMap(map)
        ? map.items.find((item) => String((item.key as { value?: unknown }).value ?? item.key) === String(path.at(-1)))
        : undefined;
      if (pair) pair.key = to;
    });

  for (const file of [scenario, service, shared]) {
    const document = parseDocument(library.get(file) ?? '');
    const data: unknown = document.toJS();
    const screens = file === shared ? ['screen'] : Object.keys((data as { screens: object }).screens);
    const at = (screen: string): Path => (file === shared ? ['screen'] : ['screens', screen]);
    const other = (name: string) => screens[(screens.indexOf(name) + 1) % screens.length] ?? name;
    screens.forEach((screen, rank) => {
      const here = at(screen);
      if (file !== shared) drop('dropped screen', file, here);
      rename(
        'misspelt key',
        file,
        [...here, ['title', 'address', 'evidence', 'blocks'][rank % 4] as string],
        ['titel', 'adress', 'evidance', 'bloks'][rank % 4] as string,
      );
      drop('lost evidence', file, [...here, 'evidence']);
      if (document.hasIn([...here, 'back'])) drop('lost back', file, [...here, 'back']);
      if (document.hasIn([...here, 'actions'])) drop('lost actions', file, [...here, 'actions']);
    });
    walk(data, [], (path, value) => {
      const key = path.at(-1);
      const parent = path.at(-2);
      const inScreens = path[0] === 'screens' || path[0] === 'screen';
      if (!inScreens) return;
      if (parent === 'on' && typeof value === 'string' && value !== 'show' && !value.startsWith('$'))
        set('swapped target', file, path, other(value));
      if (key === 'goes' && typeof value === 'string') set('swapped target', file, path, other(value));
      if (parent === 'on') rename('renamed outcome', file, path, `${String(key)}s`);
      if (parent === 'on') drop('lost outcome', file, path);
      if (parent === 'with') drop('lost input', file, path);
      if (key === 'calls' && typeof value === 'string' && !value.startsWith('$'))
        set('misspelt operation', file, path, `${value}s`);
      if (key === 'answer' && parent !== 'with') drop('lost answer', file, path);
      if (key === 'cells') drop('lost cells', file, path);
      if (key === 'item' && parent === 'answer') set('misspelt item', file, path, `${String(value)}s`);
      if (key === 'asks') set('misspelt term', file, path, `${String(value)}s`);
      if (key === 'asks') drop('lost term', file, path);
      if (key === 'skill') set('misspelt skill', file, path, `${String(value)}s`);
      if (key === 'ask' && path.includes('blocks')) drop('lost coach sentence', file, path);
      if (key === 'kind' && typeof value === 'string') set('misspelt kind', file, path, `${value}s`);
      if (key === 'prefill') set('misspelt data', file, path, `${String(value)}s`);
      if (parent === 'when' && typeof value === 'string') set('misspelt value of a fact', file, path, `${value}s`);
      if (parent === 'sources' && key === 0) set('misspelt source', file, path, `${String(value)}s`);
    });
  }
  for (const [id, ending] of Object.entries(
    (parseDocument(library.get(scenario) ?? '').toJS() as { endings: object }).endings,
  )) {
    if (ending) drop('lost ending', scenario, ['endings', id]);
  }
  const cited = Object.keys(parseDocument(library.get('sources.yaml') ?? '').toJS() as object);
  for (const id of cited) drop('removed source', 'sources.yaml', [id]);
  const papers = (parseDocument(library.get('personas/amina.yaml') ?? '').toJS() as { papers: { id: string }[] })
    .papers;
  for (const [index, { id }] of papers.entries()) {
    add('lost paper', 'personas/amina.yaml', [id], (document) => document.deleteIn(['papers', index]));
  }
  for (const [name, contract] of Object.entries(contracts)) {
    if (name !== 'caf') continue;
    for (const [operation, { outcomes }] of Object.entries(contract.operations)) {
      for (const outcome of Object.keys(outcomes)) {
        found.push({
          name: `removed recipe: ${operation}.${outcome}`,
          library,
          contracts: without(contracts, name, operation, outcome),
        });
      }
    }
  }
  return found;
}

function without(contracts: Contracts, service: string, operation: string, outcome: string): Contracts {
  const copy = structuredClone(contracts) as unknown as Record<
    string,
    { operations: Record<string, { outcomes: Record<string, { recipe?: unknown }> }> }
  >;
  delete copy[service]?.operations[operation]?.outcomes[outcome]?.recipe;
  return copy as unknown as Contracts;
}

function walk(value: unknown, path: Path, visit: (path: Path, value: unknown) => void): void {
  if (path.length > 0) visit(path, value);
  if (Array.isArray(value)) for (const [index, each] of value.entries()) walk(each, [...path, index], visit);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) walk(each, [...path, key], visit);
}
