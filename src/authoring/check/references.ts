import { kindOf } from '#engine';
import { actionId } from '../compile/blocks.ts';
import type { Placed } from '../compile/placed.ts';
import { type Fault, fault } from '../faults/fault.ts';
import type { Path } from '../load/place.ts';
import { nearest } from '../nearest.ts';
import { checkEntry, checkPaper, checkSource } from './answer-sources.ts';
import type { Subject } from './check.ts';
import { checkFields } from './fields.ts';
import { actionsIn, blocksOf, callsIn, coachesIn, fieldsIn, placedBy, targetsIn } from './parts.ts';

/** Everything that a screen names must exist. */
export function checkReferences(subject: Subject, placed: Placed): readonly Fault[] {
  return [
    ...targets(subject, placed),
    ...operations(subject, placed),
    ...blocks(subject, placed),
    ...checkFields(subject, placed),
    ...coaches(subject, placed),
    ...evidence(subject, placed),
    ...site(subject, placed),
  ];
}

function site({ loaded }: Subject, placed: Placed): readonly Fault[] {
  const { site: name } = placed.source;
  if (name === undefined || loaded.services.has(name)) return [];
  const known = [...loaded.services.keys()];
  return [fault('S027', placed.at(['site']), { what: 'Le service', name, near: nearest(name, known), allowed: known })];
}

function targets({ assembled }: Subject, placed: Placed): readonly Fault[] {
  const aliases = [assembled.file.data.uses, assembled.service.data.uses].flatMap((uses) => Object.keys(uses ?? {}));
  const known = [...assembled.screens.keys(), ...aliases, 'abandon', ...Object.keys(assembled.file.data.endings)];
  // What a shared file could not bring is its own fault, not a second one of each way to it.
  const isLost = (name: string) =>
    aliases.some((alias) => name.startsWith(`${alias}-`) && !assembled.screens.has(alias));
  const faults = targetsIn(placed).flatMap(({ path, is }) => {
    const isShow = is === 'show' && path.includes('on') && path.at(-1) !== 'to';
    const isEnding = path[0] === 'back' && !assembled.screens.has(is) && known.includes(is);
    return (isShow || known.includes(is) || isLost(is)) && !isEnding
      ? []
      : [fault('S010', placed.at(path), { name: is, near: nearest(is, known) })];
  });
  const { way } = placed.source;
  const ids = actionsIn(placed).map(({ is }) => actionId(is));
  return way === undefined || ids.includes(way)
    ? faults
    : [...faults, fault('S024', placed.at(['way']), { name: way, screen: placed.id, near: nearest(way, ids) })];
}

function operations({ contracts }: Subject, placed: Placed): readonly Fault[] {
  const all = Object.values(contracts).flatMap(({ service, operations }) =>
    Object.keys(operations).map((name) => `${service}.${name}`),
  );
  const here = fieldsIn(placed).map(({ is }) => is);
  return callsIn(placed).flatMap(({ path, is }) => {
    const [service = '', name = ''] = is.calls.split('.');
    const contract = contracts[service];
    const operation = contract?.operations[name];
    if (!contract || !operation)
      return [fault('S014', placed.at([...path, 'calls']), { name: is.calls, near: nearest(is.calls, all) })];
    const faults: Fault[] = [];
    const outcomes = [...Object.keys(operation.outcomes), ...Object.keys(contract.common)];
    for (const outcome of Object.keys(is.on)) {
      if (!outcomes.includes(outcome))
        faults.push(
          fault('S015', placed.at([...path, 'on', outcome]), {
            name: outcome,
            operation: is.calls,
            near: nearest(outcome, outcomes),
          }),
        );
    }
    for (const [outcome, reaction] of Object.entries(is.on)) {
      if (typeof reaction === 'string' || Array.isArray(reaction)) continue;
      const ids = here.map(({ field }) => field);
      const unknown = [reaction.field, ...(reaction.clears ?? [])].filter(
        (each) => each !== undefined && !ids.includes(each),
      ) as string[];
      for (const each of unknown)
        faults.push(
          fault('S020', placed.at([...path, 'on', outcome]), {
            name: each,
            screen: placed.id,
            near: nearest(each, ids),
          }),
        );
    }
    const given = is.with ?? {};
    for (const [input, id] of Object.entries(given)) {
      const spot = placed.at([...path, 'with', input]);
      const wanted = operation.input[input];
      if (!wanted)
        faults.push(
          fault('S029', spot, { operation: is.calls, name: input, near: nearest(input, Object.keys(operation.input)) }),
        );
      const field = here.find((each) => each.field === id);
      if (!field)
        faults.push(
          fault('S020', spot, {
            name: id,
            screen: placed.id,
            near: nearest(
              id,
              here.map((each) => each.field),
            ),
          }),
        );
      else if (wanted) {
        const kind = field.kind === 'grid' ? 'grid' : kindOf({ input: field.kind });
        if (kind !== wanted.kind) faults.push(fault('S048', spot, { kind: wanted.kind, field: id, input }));
      }
    }
    for (const [input, { optional }] of Object.entries(operation.input)) {
      if (!optional && !(input in given))
        faults.push(fault('S044', placed.at([...path, 'calls']), { name: input, operation: is.calls }));
    }
    return faults;
  });
}

function blocks(subject: Subject, placed: Placed): readonly Fault[] {
  const { assembled, loaded } = subject;
  const ids = actionsIn(placed).map(({ is }) => actionId(is));
  const leadsTo = new Set(targetsIn(placed).map(({ is }) => is));
  const folder = `${assembled.service.data.id}/images/`;
  const images = [...loaded.library.keys()]
    .filter((file) => file.startsWith(folder))
    .map((file) => file.slice(folder.length));
  return blocksOf(placed).flatMap(({ path, is }): readonly Fault[] => {
    const lost = placedBy({ path, is }).filter((each) => !ids.includes(each.is));
    if (lost.length > 0)
      return lost.map((each) =>
        fault('S024', placed.at(each.path), { name: each.is, screen: placed.id, near: nearest(each.is, ids) }),
      );
    if ('image' in is) {
      const svg = loaded.library.get(folder + is.image);
      if (svg === undefined)
        return [fault('S021', placed.at([...path, 'image']), { name: is.image, near: nearest(is.image, images) })];
      return [];
    }
    if (!('summary' in is)) return [];
    return is.rows.flatMap((row, index) => {
      const faults: Fault[] = [];
      const at = (key: string) => placed.at([...path, 'rows', index, key]);
      if (row.entry !== undefined) faults.push(...checkEntry(subject, row.entry, at('entry')));
      if (row.edit === undefined) return faults;
      if (!assembled.screens.has(row.edit))
        faults.push(fault('S010', at('edit'), { name: row.edit, near: nearest(row.edit, assembled.screens.keys()) }));
      else if (!leadsTo.has(row.edit)) faults.push(fault('S042', at('edit'), { name: row.edit }));
      return faults;
    });
  });
}

function coaches(subject: Subject, placed: Placed): readonly Fault[] {
  const { scenario } = subject;
  return coachesIn(placed).flatMap(({ path, is }) => {
    const at = (...keys: Path) => placed.at([...path, ...keys]);
    const faults: Fault[] = [];
    const { look } = is;
    if (look?.paper !== undefined)
      faults.push(...checkPaper(subject, { paper: look.paper, item: look.item }, (rest) => at('look', ...rest)));
    if (look?.message !== undefined) {
      const template = scenario.messages[look.message];
      if (!template)
        faults.push(
          fault('S019', at('look', 'message'), {
            name: look.message,
            near: nearest(look.message, Object.keys(scenario.messages)),
          }),
        );
      else if (look.item !== undefined && !(look.item in (template.items ?? {})))
        faults.push(
          fault('S013', at('look', 'item'), {
            name: look.item,
            paper: look.message,
            near: nearest(look.item, Object.keys(template.items ?? {})),
          }),
        );
    }
    for (const [index, { when }] of (is.mistakes ?? []).entries()) {
      if (when.same)
        faults.push(...checkSource(subject, when.same, (rest) => at('mistakes', index, 'when', 'same', ...rest)));
    }
    return faults;
  });
}

function evidence({ loaded }: Subject, placed: Placed): readonly Fault[] {
  const known = Object.keys(loaded.sources.data);
  return (placed.source.evidence.sources ?? []).flatMap((name, index) =>
    known.includes(name)
      ? []
      : [fault('S018', placed.at(['evidence', 'sources', index]), { name, near: nearest(name, known) })],
  );
}
