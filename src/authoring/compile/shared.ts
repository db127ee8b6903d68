import { type Fault, fault } from '../faults/fault.ts';
import { readAs } from '../load/issues.ts';
import type { Loaded } from '../load/load.ts';
import type { Path, Sourced } from '../load/place.ts';
import { nearest } from '../nearest.ts';
import { type MessageSource, type SharedSource, screen, type UseSource } from '../schema/index.ts';
import type { Placed } from './placed.ts';

type Value = string | number | boolean;
type Values = ReadonlyMap<string, Value>;

/** The screens that an alias brings, their parameters in place. */
export interface Instantiated {
  readonly placed: readonly Placed[];
  readonly faults: readonly Fault[];
  /** Their keys are misspelt: the names under those that nobody knows (load/mend.ts). */
  readonly lost: ReadonlySet<string> | null;
}

/** The screens of a shared file, by the name that each has in it; a file of one screen calls it "". */
function screensOf({ data }: Sourced<SharedSource>): ReadonlyMap<string, { readonly raw: unknown; readonly at: Path }> {
  if (data.screens === undefined) return new Map([['', { raw: data.screen, at: ['screen'] }]]);
  return new Map(Object.entries(data.screens).map(([name, raw]) => [name, { raw, at: ['screens', name] }]));
}

/** Brings shared screens under an alias: the first one bears it, the others are "alias-name". */
export function instantiate(alias: string, use: UseSource, owner: Sourced<unknown>, loaded: Loaded): Instantiated {
  const spot = (path: Path) => owner.at(['uses', alias, ...path]);
  const shared = loaded.shared.get(use.screen);
  if (!shared) {
    const isBroken = loaded.broken.has(`${use.screen}.yaml`);
    const near = nearest(use.screen, loaded.shared.keys());
    return {
      placed: [],
      lost: null,
      faults: isBroken ? [] : [fault('S022', spot(['screen']), { name: use.screen, near })],
    };
  }
  const { values, faults } = valuesOf(use, shared, spot);
  const screens = screensOf(shared);
  const [first] = screens.keys();
  const nameOf = (name: string) => (name === first ? alias : `${alias}-${name}`);
  for (const name of screens.keys()) {
    if (values.has(name)) faults.push(fault('S008', shared.at(['screens', name]), { what: 'Le nom', name }));
    else values.set(name, nameOf(name));
  }
  if (faults.length > 0) return { placed: [], faults, lost: null };
  const placed: Placed[] = [];
  const misspelt: Fault[] = [];
  let lost: ReadonlySet<string> | null = null;
  const messages = substitute(shared.data.messages ?? {}, values, (name, path) =>
    faults.push(fault('S082', shared.at(['messages', ...path]), { name })),
  ) as Readonly<Record<string, MessageSource>>;
  for (const [name, { raw, at }] of screens) {
    const missing: Fault[] = [];
    const data = substitute(raw, values, (unknown, path) =>
      missing.push(fault('S082', shared.at([...at, ...path]), { name: unknown })),
    );
    if (missing.length > 0) {
      faults.push(...missing);
      continue;
    }
    const read = readAs(screen, { ...shared, data }, at);
    const { mended } = read;
    (mended ? misspelt : faults).push(...read.faults);
    if (mended) lost = new Set([...(lost ?? []), ...mended.lost]);
    if (read.data)
      placed.push({
        id: nameOf(name),
        source: read.data,
        from: 'shared',
        shared: { file: use.screen, messages },
        at: (path) => shared.at([...at, ...(mended ? mended.written(path) : path)]),
      });
  }
  // All or nothing: a screen left out would make a second fault of every way to it.
  return { placed: faults.length > 0 ? [] : placed, faults: [...misspelt, ...faults], lost };
}

/** What each parameter and each way out becomes here, and what is missing or too much. */
function valuesOf(
  use: UseSource,
  { data: { params = {}, returns = [] } }: Sourced<SharedSource>,
  spot: (path: Path) => { readonly file: string; readonly line: number },
): { readonly values: Map<string, Value>; readonly faults: Fault[] } {
  const faults: Fault[] = [];
  const values = new Map<string, Value>();
  const wrong = (path: Path, name: string, detail: string, hint: string) =>
    faults.push(fault('S023', spot(path), { name, detail, hint }));
  for (const [name, { type, default: usual }] of Object.entries(params)) {
    const given = use.with?.[name] ?? usual;
    if (given === undefined)
      wrong(
        ['with'],
        name,
        `Il manque le paramètre « ${name} » de ${use.screen}.`,
        `Ajoutez « with: { ${name}: … } ».`,
      );
    else if (typeof given !== (type === 'number' || type === 'boolean' ? type : 'string'))
      wrong(
        ['with', name],
        name,
        `Le paramètre « ${name} » n'est pas de la bonne sorte (${type}).`,
        'Changez sa valeur.',
      );
    else values.set(name, given);
  }
  for (const name of Object.keys(use.with ?? {})) {
    if (name in params) continue;
    const close = nearest(name, Object.keys(params));
    const hint = close === undefined ? 'Retirez-le.' : `Vouliez-vous dire « ${close} » ?`;
    wrong(['with', name], name, `L'écran ${use.screen} n'a pas de paramètre « ${name} ».`, hint);
  }
  for (const name of returns) {
    const to = use.returns?.[name];
    if (to !== undefined) values.set(name, to);
    else
      wrong(
        ['returns'],
        name,
        `Rien ne dit où mène la sortie « ${name} » de ${use.screen}.`,
        `Ajoutez « returns: { ${name}: ecran } ».`,
      );
  }
  for (const name of Object.keys(use.returns ?? {})) {
    if (returns.includes(name)) continue;
    const close = nearest(name, returns);
    const hint = close === undefined ? 'Retirez-la.' : `Vouliez-vous dire « ${close} » ?`;
    wrong(['returns', name], name, `L'écran ${use.screen} n'a pas de sortie « ${name} ».`, hint);
  }
  return { values, faults };
}

/** Puts values in the place of `$name` (a whole value) and `{$name}` (inside a text). */
function substitute(
  data: unknown,
  values: Values,
  onMissing: (name: string, path: Path) => void,
  path: Path = [],
): unknown {
  if (typeof data === 'string') {
    const whole = /^\$([A-Za-z][\w-]*)$/.exec(data)?.[1];
    const inPlace = (name: string) => {
      const value = values.get(name);
      if (value === undefined) onMissing(name, path);
      return value ?? data;
    };
    if (whole !== undefined) return inPlace(whole);
    return data
      .replace(/\{\$([A-Za-z][\w-]*)\}/g, (_, name: string) => String(inPlace(name)))
      .replace(/^\$([A-Za-z][\w-]*)(?=\/)/, (_, name: string) => String(inPlace(name)));
  }
  if (Array.isArray(data)) return data.map((item, index) => substitute(item, values, onMissing, [...path, index]));
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(
      Object.entries(data).map(([key, item]) => [key, substitute(item, values, onMissing, [...path, key])]),
    );
  }
  return data;
}

/** Shared screens that no one uses are read once with sample values, so that their faults show too. */
export function checkUnused(loaded: Loaded, used: ReadonlySet<string>): readonly Fault[] {
  const samples: Readonly<Record<string, Value>> = { operation: 'service.operation', number: 1, boolean: true };
  return [...loaded.shared]
    .filter(([id]) => !used.has(id))
    .flatMap(([id, shared]) => {
      const { params = {}, returns = [] } = shared.data;
      const use: UseSource = {
        screen: id,
        with: Object.fromEntries(Object.entries(params).map(([name, { type }]) => [name, samples[type] ?? 'exemple'])),
        returns: Object.fromEntries(returns.map((name) => [name, 'exemple'])),
      };
      return instantiate('exemple', use, shared, loaded).faults;
    });
}
