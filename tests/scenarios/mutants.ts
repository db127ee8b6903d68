import { type Document, isMap, parseDocument } from 'yaml';

/** A file of the catalogue with one slip in it, such as an author makes. */
export interface Mutant {
  /** "swapped target screens/connexion/actions/0/on/ok". */
  readonly name: string;
  /** What the file says then. Written when asked for: there are thousands. */
  readonly text: () => string;
}

type Path = readonly (string | number)[];

/** Every slip of the kinds below in a file of any role: a procedure, a service, shared screens, a persona, a register. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const found: Mutant[] = [];
  const document = parseDocument(text);
  const data = document.toJS() as Readonly<Record<string, unknown>>;
  const add = (kind: string, path: Path, edit: (document: Document) => void) => {
    // What an alias brings is written, and broken, where its anchor stands.
    if (!document.hasIn(path)) return;
    found.push({
      name: `${kind} ${path.join('/')}`,
      text() {
        const copy = document.clone() as Document;
        edit(copy);
        return written(copy);
      },
    });
  };
  const drop = (kind: string, path: Path) => add(kind, path, (copy) => copy.deleteIn(path));
  const set = (kind: string, path: Path, value: unknown) => add(kind, path, (copy) => copy.setIn(path, value));
  const rename = (kind: string, path: Path, to: string) => add(kind, path, (copy) => renameKey(copy, path, to));
  const misspell = (kind: string, path: Path, value: unknown) => set(kind, path, `${String(value)}s`);

  const isRegister = 'terms' in data;
  const other = neighbours(data);
  const screens: readonly Path[] =
    'screen' in data ? [['screen']] : names(data['screens']).map((id) => ['screens', id]);
  screens.forEach((screen, rank) => {
    if (screen.length > 1) drop('dropped screen', screen);
    const [key, slip] = misspeltKeys[rank % misspeltKeys.length] ?? ['title', 'titel'];
    if (document.hasIn([...screen, key])) rename('misspelt key', [...screen, key], slip);
    drop('lost evidence', [...screen, 'evidence']);
    for (const each of ['back', 'actions', 'load']) {
      if (document.hasIn([...screen, each])) drop(`lost ${each}`, [...screen, each]);
    }
  });
  walk(data, [], (path, value) => {
    const [top] = path;
    const key = path.at(-1);
    const parent = path.at(-2);
    const isText = typeof value === 'string';
    if (top === 'uses' && parent === 'returns') set('swapped target', path, other(value));
    if (top === 'uses' && parent === 'with') drop('lost parameter', path);
    if (top === 'always' && path.length === 2 && isText) set('swapped target', path, other(value));
    if (top === 'idle' && key === 'to') set('swapped target', path, other(value));
    if (top === 'papers' && path.length === 2) drop('lost paper', path);
    if ((top === 'terms' || top === 'skills') && path.length === 2 && isRegister) drop('lost word', path);
    if (path.length === 1 && file === 'sources.yaml') drop('lost source', path);
    if (top === 'endings' && path.length === 2 && value) drop('lost ending', path);
    if (top !== 'screens' && top !== 'screen') return;
    const isTarget = isText && (parent === 'on' || key === 'goes' || key === 'to');
    if (isTarget && value !== 'show') set('swapped target', path, other(value));
    if (parent === 'on') rename('renamed outcome', path, `${String(key)}s`);
    if (parent === 'on') drop('lost outcome', path);
    if (parent === 'with') drop('lost input', path);
    if (key === 'calls' && isText && !value.startsWith('$')) misspell('misspelt operation', path, value);
    if (key === 'answer' && parent !== 'with') drop('lost answer', path);
    if (key === 'cells') drop('lost cells', path);
    if (key === 'item' && parent === 'answer') misspell('misspelt item', path, value);
    if (key === 'asks') misspell('misspelt term', path, value);
    if (key === 'asks') drop('lost term', path);
    if (key === 'skill') misspell('misspelt skill', path, value);
    if (key === 'ask' && path.includes('blocks')) drop('lost coach sentence', path);
    if (key === 'kind' && isText) misspell('misspelt kind', path, value);
    if (key === 'prefill') misspell('misspelt data', path, value);
    if (parent === 'when' && isText) misspell('misspelt value of a fact', path, value);
    if (parent === 'sources' && key === 0) misspell('misspelt source', path, value);
  });
  return found;
}

const misspeltKeys = [
  ['title', 'titel'],
  ['address', 'adress'],
  ['evidence', 'evidance'],
  ['blocks', 'bloks'],
] as const;

const names = (data: unknown): readonly string[] => Object.keys((data ?? {}) as object);

/** The screen written after a target; in a file of shared screens, the `$name` of the next one or of the next way out. */
function neighbours(data: Readonly<Record<string, unknown>>): (target: unknown) => string {
  const screens = names(data['screens']);
  const ways = [...screens, ...((data['returns'] ?? []) as readonly string[])].map((name) => `$${name}`);
  return (target) => {
    const among = String(target).startsWith('$') ? ways : screens;
    return among[(among.indexOf(String(target)) + 1) % among.length] ?? String(target);
  };
}

/** Where the slip takes away an anchor, the aliases left over make a file that no parser reads; nor can it be written back. */
function written(document: Document): string {
  try {
    return document.toString({ lineWidth: 0 });
  } catch {
    return 'title: *anchor-lost';
  }
}

function renameKey(document: Document, path: Path, to: string): void {
  const map = document.getIn(path.slice(0, -1));
  const pair = isMap(map)
    ? map.items.find((item) => String((item.key as { value?: unknown }).value ?? item.key) === String(path.at(-1)))
    : undefined;
  if (pair) pair.key = to;
}

function walk(value: unknown, path: Path, visit: (path: Path, value: unknown) => void): void {
  if (path.length > 0) visit(path, value);
  if (Array.isArray(value)) for (const [index, each] of value.entries()) walk(each, [...path, index], visit);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) walk(each, [...path, key], visit);
}
