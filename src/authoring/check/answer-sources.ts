import { type Fault, fault, type Spot } from '../faults/fault.ts';
import type { Path } from '../load/place.ts';
import { nearest } from '../nearest.ts';
import type { AnswerSourceYaml } from '../schema/index.ts';
import type { Subject } from './check.ts';
import { fieldsIn } from './parts.ts';

/** Papers, items, messages and documents that an answer names must exist for one persona at least. */
export function checkSource(
  subject: Subject,
  source: AnswerSourceYaml,
  at: (rest: Path) => { file: string; line: number },
): readonly Fault[] {
  const { loaded, scenario } = subject;
  if ('sum' in source)
    return source.sum.flatMap((part, index) => checkSource(subject, part, (rest) => at(['sum', index, ...rest])));
  if ('firstOf' in source)
    return source.firstOf.flatMap((each, index) =>
      checkSource(subject, each, (rest) => at(['firstOf', index, ...rest])),
    );
  if ('entry' in source) return checkEntry(subject, source.entry, at(['entry']));
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

/** "screen/field" names a field of this scenario. */
export function checkEntry({ assembled }: Subject, entry: string, spot: Spot): readonly Fault[] {
  const [screen = '', field = ''] = entry.split('/');
  const other = assembled.screens.get(screen);
  if (!other) return [fault('S010', spot, { name: screen, near: nearest(screen, assembled.screens.keys()) })];
  const known = fieldsIn(other).map(({ is }) => is.field);
  return known.includes(field) ? [] : [fault('S020', spot, { name: field, screen, near: nearest(field, known) })];
}

/**
 * The paper, and what it bears, must belong to one persona at least: of the procedure, or for a screen of its service or
 * of a shared file, which serves other procedures too, of anybody.
 */
export function checkPaper(
  { loaded, scenario, assembled }: Subject,
  { paper, item }: { paper: string; item?: string | undefined },
  at: (rest: Path) => { file: string; line: number },
): readonly Fault[] {
  const isOwn = at([]).file === assembled.file.file;
  const named = isOwn ? scenario.personas : [...loaded.personas.keys()];
  const personas = named.flatMap((id) => loaded.personas.get(id)?.data ?? []);
  const papers = personas.flatMap((persona) => persona.papers);
  const [base = paper] = paper.split('@');
  const found = papers.filter(({ id }) => id === base);
  if (found.length === 0)
    return personas.length === 0
      ? []
      : [
          fault('S012', at(['paper']), {
            name: paper,
            persona: named.join(' ni '),
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
