import { type Block, type Condition, cellsOf, type Facts, type Field, holds, type Persona, type Screen } from '#engine';

const silent = ['choice', 'yes-no', 'choices', 'tick', 'file'];
/** Whether a field takes typing. */
export const isTyped = ({ input }: Pick<Field, 'input'>): boolean => !silent.includes(input);

/** A field of a screen, and what must hold for it to show. */
interface Asked {
  readonly field: Field;
  readonly whens: readonly Condition[];
}

function askedIn(blocks: readonly Block[], above: readonly Condition[] = []): readonly Asked[] {
  return blocks.flatMap((block) => {
    const whens = block.when ? [...above, block.when] : above;
    if (block.kind === 'field') return isTyped(block) ? [{ field: block, whens }] : [];
    return 'blocks' in block ? askedIn(block.blocks, whens) : [];
  });
}

/** Every field of a screen that takes typing, shown or not. */
export const typedFields = (screen: Screen): readonly Field[] => askedIn(screen.blocks).map(({ field }) => field);

/** Those that these facts show. */
export const shownFields = (screen: Screen, facts: Facts): readonly Field[] =>
  askedIn(screen.blocks).flatMap(({ field, whens }) => (whens.every((when) => holds(when, facts)) ? [field] : []));

/** Facts that would show a field: one set for each way to do so. */
export function factsShowing(screen: Screen, field: string): readonly Facts[] {
  const whens = askedIn(screen.blocks).find((each) => each.field.id === field)?.whens ?? [];
  return waysTo({ all: whens }, true);
}

function waysTo(condition: Condition, wanted: boolean): readonly Facts[] {
  if ('not' in condition) return waysTo(condition['not'] as Condition, !wanted);
  const [parts] =
    'all' in condition || 'any' in condition ? (Object.values(condition) as (readonly Condition[])[]) : [];
  const together = (each: readonly Condition[]) =>
    each.reduce<readonly Facts[]>(
      (ways, part) => ways.flatMap((way) => waysTo(part, wanted).map((more) => ({ ...way, ...more }))),
      [{}],
    );
  if (parts) return 'all' in condition === wanted ? together(parts) : parts.flatMap((part) => waysTo(part, wanted));
  const facts = Object.entries(condition as Readonly<Record<string, string | boolean | readonly string[]>>);
  if (!wanted) return facts.map(([fact]) => ({ [fact]: '' }));
  return [
    Object.fromEntries(
      facts.map(([fact, value]) => [
        fact,
        typeof value === 'boolean' ? (value ? 'oui' : 'non') : typeof value === 'string' ? value : (value[0] ?? ''),
      ]),
    ),
  ];
}

/** A box of the page: one input of a field. */
export interface Box {
  /** Id of the input. */
  readonly id: string;
  readonly field: Field;
}

export function boxesOf(field: Field, persona: Persona): readonly Box[] {
  const id = `champ-${field.id}`;
  if (field.input === 'grid') return cellsOf(field, persona.people).map((cell) => ({ id: `${id}-${cell}`, field }));
  if (field.input === 'date' && field.boxes === 3)
    return ['jour', 'mois', 'annee'].map((part) => ({ id: `${id}-${part}`, field }));
  return [{ id, field }];
}
