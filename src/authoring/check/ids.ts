import { kindOf } from '#engine';
import { actionId } from '../compile/blocks.ts';
import type { Placed } from '../compile/placed.ts';
import { mistakeId } from '../compile/values.ts';
import { type Fault, fault } from '../faults/fault.ts';
import type { Path } from '../load/place.ts';
import { nearest } from '../nearest.ts';
import type { Subject } from './check.ts';
import { actionsIn, blocksOf, fieldsIn, placedBy } from './parts.ts';
import { checkVariants } from './variants.ts';

/** Ids are unique where events name them, and never used again for something else. */
export function checkScreenIds(placed: Placed): readonly Fault[] {
  const faults: Fault[] = [];
  const unique = (what: string, parts: readonly { path: Path; id: string }[]) => {
    const seen = new Set<string>();
    for (const { path, id } of parts) {
      if (seen.has(id)) faults.push(fault('S008', placed.at(path), { what, name: id }));
      seen.add(id);
    }
  };
  unique(
    'Le champ',
    fieldsIn(placed).map(({ path, is }) => ({ path, id: is.field })),
  );
  unique(
    "L'action",
    actionsIn(placed).map(({ path, is }) => ({ path, id: actionId(is) })),
  );
  unique(
    "L'emplacement de l'action",
    blocksOf(placed)
      .flatMap(placedBy)
      .map(({ path, is }) => ({ path, id: is })),
  );
  for (const { path, is } of fieldsIn(placed)) {
    unique(
      "L'erreur",
      (is.coach?.mistakes ?? []).map(({ id, when }, index) => ({
        path: [...path, 'coach', 'mistakes', index],
        id: id ?? mistakeId(when),
      })),
    );
    if ('options' in is)
      unique(
        'Le choix',
        is.options.map(({ id }, index) => ({ path: [...path, 'options', index], id })),
      );
    if ('kinds' in is)
      unique(
        'La sorte',
        is.kinds.map(({ id }, index) => ({ path: [...path, 'kinds', index], id })),
      );
  }
  const now = [...fieldsIn(placed).map(({ is }) => is.field), ...actionsIn(placed).map(({ is }) => actionId(is))];
  for (const { path, is } of [...fieldsIn(placed), ...actionsIn(placed)]) {
    for (const name of is.formerly ?? [])
      if (now.includes(name)) faults.push(fault('S080', placed.at([...path, 'formerly']), { name }));
  }
  return faults;
}

/** Facts are named by field: two fields of one name in two screens would be one fact. Old names stay retired. */
export function checkScenarioIds({ assembled, scenario, loaded }: Subject): readonly Fault[] {
  const { file, screens } = assembled;
  const faults: Fault[] = [];
  const now = new Set([...screens.keys(), ...Object.keys(file.data.endings)]);
  for (const placed of screens.values()) {
    for (const name of placed.source.formerly ?? [])
      if (now.has(name)) faults.push(fault('S080', placed.at(['formerly']), { name }));
  }
  for (const [id, { formerly = [] }] of Object.entries(file.data.endings)) {
    if (screens.has(id)) faults.push(fault('S008', file.at(['endings', id]), { what: "L'écran ou la fin", name: id }));
    for (const name of formerly)
      if (now.has(name)) faults.push(fault('S080', file.at(['endings', id, 'formerly']), { name }));
  }
  for (const name of file.data.formerly ?? [])
    if (loaded.scenarios.has(name)) faults.push(fault('S080', file.at(['formerly']), { name }));
  const owner = new Map<string, string>();
  for (const placed of screens.values()) {
    if (!(placed.id in scenario.screens)) continue;
    for (const { path, is } of fieldsIn(placed)) {
      if (!['choice', 'choices', 'tick', 'document'].includes(kindOf({ input: is.kind }))) continue;
      if (owner.has(is.field))
        faults.push(fault('S008', placed.at(path), { what: 'Le champ à choix', name: is.field }));
      owner.set(is.field, placed.id);
    }
  }
  for (const name of Object.keys(file.data.messages ?? {})) {
    if (name in (assembled.service.data.messages ?? {}))
      faults.push(fault('S008', file.at(['messages', name]), { what: 'Le message', name }));
  }
  for (const [index, id] of file.data.personas.entries()) {
    if (!loaded.personas.has(id) && !loaded.broken.has(`personas/${id}.yaml`))
      faults.push(fault('S011', file.at(['personas', index]), { name: id, near: nearest(id, loaded.personas.keys()) }));
  }
  if (!screens.has(file.data.start))
    faults.push(
      fault('S010', file.at(['start']), { name: file.data.start, near: nearest(file.data.start, screens.keys()) }),
    );
  const skills = Object.keys(loaded.glossary.data.skills ?? {});
  for (const [index, name] of file.data.skills.entries()) {
    if (!skills.includes(name))
      faults.push(fault('S017', file.at(['skills', index]), { name, near: nearest(name, skills) }));
  }
  const { edition } = file.data;
  if (edition && !loaded.scenarios.has(edition.of))
    faults.push(
      fault('S027', file.at(['edition', 'of']), {
        what: 'La démarche',
        name: edition.of,
        near: nearest(edition.of, loaded.scenarios.keys()),
        allowed: [...loaded.scenarios.keys()],
      }),
    );
  return [...faults, ...checkVariants(assembled)];
}
