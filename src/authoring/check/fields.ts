import type { kindOf } from '#engine';
import type { Placed } from '../compile/placed.ts';
import { type Fault, fault } from '../faults/fault.ts';
import type { Path } from '../load/place.ts';
import { nearest } from '../nearest.ts';
import type { AnswerSourceYaml, FieldSource } from '../schema/index.ts';
import { checkSource } from './answer-sources.ts';
import { isBrought } from './brought.ts';
import type { Subject } from './check.ts';
import { fieldsIn } from './parts.ts';

/** What the fields of a screen name must exist. */
export function checkFields(subject: Subject, placed: Placed): readonly Fault[] {
  const { loaded, assembled } = subject;
  const terms = Object.keys(loaded.glossary.data.terms);
  const skills = assembled.file.data.skills;
  const known = Object.keys(loaded.glossary.data.skills ?? {});
  return fieldsIn(placed).flatMap(({ path, is }) => {
    const at = (...keys: Path) => placed.at([...path, ...keys]);
    const faults: Fault[] = [];
    if (is.asks === undefined && is.answer && isFound(is.answer)) faults.push(fault('S101', at(), { field: is.field }));
    if (is.asks !== undefined && !terms.includes(is.asks))
      faults.push(fault('S016', at('asks'), { name: is.asks, near: nearest(is.asks, terms) }));
    // A service's screens serve several procedures: their skills need only be known.
    const allowed = placed.from === 'scenario' ? skills : [...skills, ...known];
    if (is.skill !== undefined && !allowed.includes(is.skill))
      faults.push(fault('S017', at('skill'), { name: is.skill, near: nearest(is.skill, allowed) }));
    if (is.prefill !== undefined) faults.push(...prefill(subject, placed.id, is.prefill, at('prefill')));
    if (is.answer) faults.push(...checkSource(subject, is.answer, (rest) => at('answer', ...rest)));
    if (is.kind === 'grid') faults.push(...grid(subject, is, at));
    faults.push(...closedMistakes(subject, is, at));
    return faults;
  });
}

/** The solver looks for it among papers and messages. */
const isFound = (answer: AnswerSourceYaml): boolean =>
  'paper' in answer || 'message' in answer || 'document' in answer || 'firstOf' in answer;

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

function prefill(
  subject: Subject,
  screen: string,
  from: string,
  spot: { file: string; line: number },
): readonly Fault[] {
  const { contracts, scenario } = subject;
  const [operation = '', name = ''] = from.split('/');
  const [service = '', short = ''] = operation.split('.');
  const found = contracts[service]?.operations[short];
  if (!found) return [fault('S014', spot, { name: operation })];
  const data = Object.values(found.outcomes).flatMap((outcome) => outcome.data ?? []);
  if (!data.includes(name))
    return [fault('S027', spot, { what: 'La donnée', name, near: nearest(name, data), allowed: data })];
  return screen in scenario.screens && !isBrought(operation, screen, subject)
    ? [fault('S028', spot, { text: from, calls: operation })]
    : [];
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
