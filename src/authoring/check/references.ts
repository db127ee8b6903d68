import { kindOf } from '#engine';
import { actionId } from '../compile/blocks.ts';
import type { Placed } from '../compile/placed.ts';
import { type Fault, fault } from '../fault.ts';
import type { Path } from '../load/place.ts';
import { nearest } from '../nearest.ts';
import type { AnswerSourceYaml, FieldSource } from '../schema/index.ts';
import type { Subject } from './check.ts';
import { actionsIn, blocksOf, callsIn, coachesIn, fieldsIn, targetsIn } from './parts.ts';

/** Everything that a screen names must exist. */
export function checkReferences(subject: Subject, placed: Placed): readonly Fault[] {
  return [
    ...targets(subject, placed),
    ...operations(subject, placed),
    ...blocks(subject, placed),
    ...fields(subject, placed),
    ...coaches(subject, placed),
    ...evidence(subject, placed),
  ];
}

function targets({ assembled }: Subject, placed: Placed): readonly Fault[] {
  const aliases = [assembled.file.data.uses, assembled.service.data.uses].flatMap((uses) => Object.keys(uses ?? {}));
  const known = [...assembled.screens.keys(), ...aliases, 'abandon', ...Object.keys(assembled.file.data.endings)];
  const faults = targetsIn(placed).flatMap(({ path, is }) => {
    const isShow = is === 'show' && path.includes('on') && path.at(-1) !== 'to';
    const isEnding = path[0] === 'back' && !assembled.screens.has(is) && known.includes(is);
    return (isShow || known.includes(is)) && !isEnding
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

function blocks({ assembled, loaded }: Subject, placed: Placed): readonly Fault[] {
  const ids = actionsIn(placed).map(({ is }) => actionId(is));
  const leadsTo = new Set(targetsIn(placed).map(({ is }) => is));
  const folder = `${assembled.service.data.id}/images/`;
  const images = [...loaded.library.keys()]
    .filter((file) => file.startsWith(folder))
    .map((file) => file.slice(folder.length));
  return blocksOf(placed).flatMap(({ path, is }): readonly Fault[] => {
    if ('action' in is && !ids.includes(is.action))
      return [
        fault('S024', placed.at([...path, 'action']), {
          name: is.action,
          screen: placed.id,
          near: nearest(is.action, ids),
        }),
      ];
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
      if (row.entry !== undefined) {
        const [screen = '', field = ''] = row.entry.split('/');
        const other = assembled.screens.get(screen);
        const known = other ? fieldsIn(other).map((each) => each.is.field) : [];
        if (!other)
          faults.push(fault('S010', at('entry'), { name: screen, near: nearest(screen, assembled.screens.keys()) }));
        else if (!known.includes(field))
          faults.push(fault('S020', at('entry'), { name: field, screen, near: nearest(field, known) }));
      }
      if (row.edit === undefined) return faults;
      if (!assembled.screens.has(row.edit))
        faults.push(fault('S010', at('edit'), { name: row.edit, near: nearest(row.edit, assembled.screens.keys()) }));
      else if (!leadsTo.has(row.edit)) faults.push(fault('S042', at('edit'), { name: row.edit }));
      return faults;
    });
  });
}

function fields(subject: Subject, placed: Placed): readonly Fault[] {
  const { loaded, assembled } = subject;
  const terms = Object.keys(loaded.glossary.data.terms);
  const skills = assembled.file.data.skills;
  const known = Object.keys(loaded.glossary.data.skills ?? {});
  return fieldsIn(placed).flatMap(({ path, is }) => {
    const at = (...keys: Path) => placed.at([...path, ...keys]);
    const faults: Fault[] = [];
    if (is.asks !== undefined && !terms.includes(is.asks))
      faults.push(fault('S016', at('asks'), { name: is.asks, near: nearest(is.asks, terms) }));
    // A service's screens serve several procedures: their skills need only be known.
    const allowed = placed.from === 'scenario' ? skills : [...skills, ...known];
    if (is.skill !== undefined && !allowed.includes(is.skill))
      faults.push(fault('S017', at('skill'), { name: is.skill, near: nearest(is.skill, allowed) }));
    if (is.prefill !== undefined) faults.push(...prefill(subject, is.prefill, at('prefill')));
    if (is.answer) faults.push(...checkSource(subject, is.answer, (rest) => at('answer', ...rest)));
    if (is.kind === 'grid') faults.push(...grid(subject, is, at));
    faults.push(...closedMistakes(subject, is, at));
    return faults;
  });
}

/** A mistake on a closed field names one of its choices, or a document of some persona. */
function closedMistakes(
  { loaded, scenario }: Subject,
  field: FieldSource,
  at: (...keys: Path) => { file: string; line: number },
): readonly Fault[] {
  const documents = () =>
    scenario.personas.flatMap((id) => (loaded.personas.get(id)?.data.documents ?? []).map((document) => document.id));
  const allowed =
    'options' in field
      ? field.options.map(({ id }) => id)
      : field.kind === 'yes-no'
        ? ['oui', 'non']
        : field.kind === 'file'
          ? documents()
          : null;
  if (!allowed) return [];
  return (field.coach?.mistakes ?? []).flatMap(({ when }, index) => {
    const values = when.is === undefined ? [] : [when.is].flat().map(String);
    return values.flatMap((name) =>
      allowed.includes(name)
        ? []
        : [
            fault('S027', at('coach', 'mistakes', index, 'when', 'is'), {
              what: 'Le choix',
              name,
              near: nearest(name, allowed),
              allowed,
            }),
          ],
    );
  });
}

function prefill({ contracts }: Subject, from: string, spot: { file: string; line: number }): readonly Fault[] {
  const [operation = '', name = ''] = from.split('/');
  const [service = '', short = ''] = operation.split('.');
  const found = contracts[service]?.operations[short];
  if (!found) return [fault('S014', spot, { name: operation })];
  const data = Object.values(found.outcomes).flatMap((outcome) => outcome.data ?? []);
  return data.includes(name)
    ? []
    : [fault('S027', spot, { what: 'La donnée', name, near: nearest(name, data), allowed: data })];
}

type Grid = Extract<Parameters<typeof kindOf>[0], object> & {
  cells?: Record<string, AnswerSourceYaml> | undefined;
  kinds: { id: string }[];
  months: number[];
  people: 'adults' | string[];
};

function grid(
  subject: Subject,
  is: Omit<Grid, 'input'>,
  at: (...keys: Path) => { file: string; line: number },
): readonly Fault[] {
  const people = subject.assembled.file.data.personas
    .flatMap((id) => subject.loaded.personas.get(id)?.data.people ?? [])
    .map(({ id }) => id);
  const kinds = is.kinds.map(({ id }) => id);
  const unknown = (what: string, name: string, allowed: readonly string[], key: string) =>
    fault('S027', at('cells', key), { what, name, near: nearest(name, allowed), allowed });
  const named =
    is.people === 'adults'
      ? []
      : is.people
          .filter((id) => !people.includes(id))
          .map((id) =>
            fault('S027', at('people'), { what: 'La personne', name: id, near: nearest(id, people), allowed: people }),
          );
  const cells = Object.entries(is.cells ?? {}).flatMap(([key, source]) => {
    const [person = '', kind = '', month] = key.split('.');
    const faults: Fault[] = [...checkSource(subject, source, (rest) => at('cells', key, ...rest))];
    if (!people.includes(person)) faults.push(unknown('La personne', person, people, key));
    if (!kinds.includes(kind)) faults.push(unknown('La sorte', kind, kinds, key));
    if (month !== undefined && !is.months.includes(Number(month)))
      faults.push(unknown('Le mois', month, is.months.map(String), key));
    return faults;
  });
  return [...named, ...cells];
}

/** Papers, items, messages and documents that an answer names must exist for one persona at least. */
export function checkSource(
  subject: Subject,
  source: AnswerSourceYaml,
  at: (rest: Path) => { file: string; line: number },
): readonly Fault[] {
  const { loaded, scenario } = subject;
  if ('sum' in source)
    return source.sum.flatMap((part, index) => checkSource(subject, part, (rest) => at(['sum', index, ...rest])));
  if ('message' in source) {
    const template = scenario.messages[source.message];
    const items = Object.keys(template?.items ?? {});
    if (!template)
      return [
        fault('S019', at(['message']), {
          name: source.message,
          near: nearest(source.message, Object.keys(scenario.messages)),
        }),
      ];
    return items.includes(source.item)
      ? []
      : [fault('S013', at(['item']), { name: source.item, paper: source.message, near: nearest(source.item, items) })];
  }
  const personas = scenario.personas.flatMap((id) => loaded.personas.get(id)?.data ?? []);
  if ('document' in source) {
    const known = personas.flatMap(({ documents = [] }) => documents.map(({ id }) => id));
    return known.includes(source.document)
      ? []
      : [
          fault('S027', at(['document']), {
            what: 'Le document',
            name: source.document,
            near: nearest(source.document, known),
            allowed: known,
          }),
        ];
  }
  return 'paper' in source ? checkPaper(subject, source, at) : [];
}

function checkPaper(
  { loaded, scenario }: Subject,
  { paper, item }: { paper: string; item?: string | undefined },
  at: (rest: Path) => { file: string; line: number },
): readonly Fault[] {
  const personas = scenario.personas.flatMap((id) => loaded.personas.get(id)?.data ?? []);
  const papers = personas.flatMap((persona) => persona.papers);
  const [base = paper] = paper.split('@');
  const found = papers.filter(({ id }) => id === base);
  if (found.length === 0)
    return personas.length === 0
      ? []
      : [
          fault('S012', at(['paper']), {
            name: paper,
            persona: scenario.personas.join(' ni '),
            near: nearest(
              paper,
              papers.map(({ id }) => id),
            ),
          }),
        ];
  const items = found.flatMap((each) => Object.keys(each.items));
  return item === undefined || items.includes(item)
    ? []
    : [fault('S013', at(['item']), { name: item, paper, near: nearest(item, items) })];
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
