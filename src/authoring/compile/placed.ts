import { type Fault, fault } from '../fault.ts';
import { readAs } from '../load/issues.ts';
import type { Loaded } from '../load/load.ts';
import type { Path, Sourced } from '../load/place.ts';
import { nearest } from '../nearest.ts';
import {
  type ScenarioSource,
  type ScreenSource,
  type ServiceSource,
  type SharedSource,
  screen,
  type UseSource,
} from '../schema/index.ts';

/** A screen of a scenario, and where it is written: in the scenario, in its service, or in a shared file. */
export interface Placed {
  readonly id: string;
  readonly source: ScreenSource;
  readonly from: 'scenario' | 'service' | 'shared';
  /** Spot of a part of the screen. */
  at(path: Path): { readonly file: string; readonly line: number };
}

/** What a scenario is written with: its file, its service's, and all its screens. */
export interface Assembled {
  readonly id: string;
  readonly file: Sourced<ScenarioSource>;
  readonly service: Sourced<ServiceSource>;
  readonly screens: ReadonlyMap<string, Placed>;
}

/** Brings together the screens of a scenario. Those of the service that it does not use are dropped by `compile`. */
export function assemble(
  id: string,
  loaded: Loaded,
): { readonly assembled: Assembled | null; readonly faults: readonly Fault[] } {
  const file = loaded.scenarios.get(id);
  const service = loaded.services.get(id.split('/')[0] ?? '');
  if (!file || !service) return { assembled: null, faults: [] };
  const faults: Fault[] = [];
  const screens = new Map<string, Placed>();
  const add = (placed: Placed) => {
    const other = screens.get(placed.id);
    if (other) faults.push(fault('S008', placed.at([]), { what: "L'écran", name: placed.id }));
    else screens.set(placed.id, placed);
  };
  const own = (from: 'scenario' | 'service', owner: Sourced<ScenarioSource | ServiceSource>) => {
    for (const [name, source] of Object.entries(owner.data.screens ?? {})) {
      add({ id: name, source, from, at: (path) => owner.at(['screens', name, ...path]) });
    }
    for (const [alias, use] of Object.entries(owner.data.uses ?? {})) {
      const found = instantiate(alias, use, owner, loaded);
      faults.push(...found.faults);
      if (found.placed) add(found.placed);
    }
  };
  own('scenario', file);
  own('service', service);
  return { assembled: { id, file, service, screens }, faults };
}

/** A shared screen under an alias, its parameters in place. */
function instantiate(
  alias: string,
  use: UseSource,
  owner: Sourced<unknown>,
  loaded: Loaded,
): { placed: Placed | null; faults: readonly Fault[] } {
  const spot = (path: Path) => owner.at(['uses', alias, ...path]);
  const shared = loaded.shared.get(use.screen);
  if (!shared) {
    if (loaded.broken.has(`${use.screen}.yaml`)) return { placed: null, faults: [] };
    return {
      placed: null,
      faults: [fault('S022', spot(['screen']), { name: use.screen, near: nearest(use.screen, loaded.shared.keys()) })],
    };
  }
  const { params = {}, returns = [] } = shared.data;
  const faults: Fault[] = [];
  const values = new Map<string, string | number | boolean>();
  for (const [name, { type, default: usual }] of Object.entries(params)) {
    const given = use.with?.[name] ?? usual;
    if (given === undefined)
      faults.push(
        fault('S023', spot(['with']), {
          detail: `Il manque le paramètre « ${name} » de ${use.screen}.`,
          hint: `Ajoutez « with: { ${name}: … } ».`,
        }),
      );
    else if (typeof given !== (type === 'number' || type === 'boolean' ? type : 'string')) {
      faults.push(
        fault('S023', spot(['with', name]), {
          detail: `Le paramètre « ${name} » n'est pas de la bonne sorte (${type}).`,
          hint: 'Changez sa valeur.',
        }),
      );
    } else values.set(name, given);
  }
  for (const name of Object.keys(use.with ?? {})) {
    const close = nearest(name, Object.keys(params));
    if (!(name in params))
      faults.push(
        fault('S023', spot(['with', name]), {
          detail: `L'écran ${use.screen} n'a pas de paramètre « ${name} ».`,
          hint: close === undefined ? 'Retirez-le.' : `Vouliez-vous dire « ${close} » ?`,
        }),
      );
  }
  for (const name of returns) {
    const to = use.returns?.[name];
    if (to === undefined)
      faults.push(
        fault('S023', spot(['returns']), {
          detail: `Rien ne dit où mène la sortie « ${name} » de ${use.screen}.`,
          hint: `Ajoutez « returns: { ${name}: ecran } ».`,
        }),
      );
    else values.set(name, to);
  }
  for (const name of Object.keys(use.returns ?? {})) {
    const close = nearest(name, returns);
    if (!returns.includes(name))
      faults.push(
        fault('S023', spot(['returns', name]), {
          detail: `L'écran ${use.screen} n'a pas de sortie « ${name} ».`,
          hint: close === undefined ? 'Retirez-la.' : `Vouliez-vous dire « ${close} » ?`,
        }),
      );
  }
  if (faults.length > 0) return { placed: null, faults };
  const missing: Fault[] = [];
  const raw = substitute(shared.data.screen, values, (name, path) =>
    missing.push(fault('S082', shared.at(['screen', ...path]), { name })),
  );
  if (missing.length > 0) return { placed: null, faults: missing };
  const read = readAs(screen, { ...shared, data: raw }, ['screen']);
  if (!read.data) return { placed: null, faults: read.faults };
  return {
    placed: { id: alias, source: read.data, from: 'shared', at: (path) => shared.at(['screen', ...path]) },
    faults: [],
  };
}

/** Puts values in the place of `$name` (a whole value) and `{$name}` (inside a text). */
function substitute(
  data: unknown,
  values: ReadonlyMap<string, string | number | boolean>,
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
  return [...loaded.shared]
    .filter(([id]) => !used.has(id))
    .flatMap(([id, shared]) => {
      const { params = {}, returns = [] } = shared.data as SharedSource;
      const samples = { operation: 'service.operation', number: 1, boolean: true } as Readonly<
        Record<string, string | number | boolean>
      >;
      const use: UseSource = {
        screen: id,
        with: Object.fromEntries(Object.entries(params).map(([name, { type }]) => [name, samples[type] ?? 'exemple'])),
        returns: Object.fromEntries(returns.map((name) => [name, 'exemple'])),
      };
      return instantiate('exemple', use, shared, loaded).faults;
    });
}
