import { type Fault, fault } from '../faults/fault.ts';
import type { Loaded } from '../load/load.ts';
import type { Path, Sourced } from '../load/place.ts';
import { nearest } from '../nearest.ts';
import type { MessageSource, ScenarioSource, ScreenSource, ServiceSource } from '../schema/index.ts';
import { instantiate } from './shared.ts';

/** A screen of a scenario, and where it is written: in the scenario, in its service, or in a shared file. */
export interface Placed {
  readonly id: string;
  readonly source: ScreenSource;
  readonly from: 'scenario' | 'service' | 'shared';
  /** Of a screen that comes from a shared file: that file, and the messages that it brings, parameters in place. */
  readonly shared?: { readonly file: string; readonly messages: Readonly<Record<string, MessageSource>> };
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
): {
  readonly assembled: Assembled | null;
  readonly faults: readonly Fault[];
  /** Not null when some of it was read around misspelt keys: the names under those that nobody knows. */
  readonly lost: ReadonlySet<string> | null;
} {
  const file = loaded.scenarios.get(id);
  const service = loaded.services.get(id.split('/')[0] ?? '');
  if (!file || !service) return { assembled: null, faults: [], lost: null };
  const faults: Fault[] = [];
  const around: ReadonlySet<string>[] = [];
  const readAround = (source: Sourced<unknown> | undefined) => {
    const names = source && loaded.mended.get(source.file);
    if (names) around.push(names);
  };
  for (const each of [file, service, ...file.data.personas.map((name) => loaded.personas.get(name))]) readAround(each);
  const screens = new Map<string, Placed>();
  const replaced = new Set<string>();
  const add = (placed: Placed) => {
    const other = screens.get(placed.id);
    if (other?.source.replaces && placed.from !== 'scenario') replaced.add(placed.id);
    else if (other) faults.push(fault('S008', placed.at([]), { what: "L'écran", name: placed.id }));
    else screens.set(placed.id, placed);
  };
  const own = (from: 'scenario' | 'service', owner: Sourced<ScenarioSource | ServiceSource>) => {
    for (const [name, source] of Object.entries(owner.data.screens ?? {})) {
      add({ id: name, source, from, at: (path) => owner.at(['screens', name, ...path]) });
    }
    for (const [alias, use] of Object.entries(owner.data.uses ?? {})) {
      const found = instantiate(alias, use, owner, loaded);
      faults.push(...found.faults);
      readAround(loaded.shared.get(use.screen));
      if (found.lost) around.push(found.lost);
      for (const placed of found.placed) add(placed);
    }
  };
  own('scenario', file);
  own('service', service);
  const names = Object.keys(service.data.screens ?? {});
  for (const { id: name, source, at } of screens.values())
    if (source.replaces && !replaced.has(name))
      faults.push(fault('S054', at(['replaces']), { screen: name, near: nearest(name, names) }));
  const lost = around.length > 0 ? new Set(around.flatMap((each) => [...each])) : null;
  return { assembled: { id, file, service, screens }, faults, lost };
}
