import type { Placed } from '../compile/placed.ts';
import type { Path } from '../load/place.ts';
import type {
  ActionSource,
  BlockSource,
  CoachSource,
  ConditionSource,
  FieldSource,
  ScreenSource,
} from '../schema/index.ts';

/** Something of a screen, with the path to it inside the screen. */
export interface Part<T> {
  readonly path: Path;
  readonly is: T;
}

/** Every block of a screen, those inside others included. */
export function blocksOf({ source }: Placed): readonly Part<BlockSource>[] {
  const inside = (blocks: readonly BlockSource[], path: Path): readonly Part<BlockSource>[] =>
    blocks.flatMap((is, index) => {
      const here = [...path, index];
      return [{ path: here, is }, ...('blocks' in is ? inside(is.blocks, [...here, 'blocks']) : [])];
    });
  return inside(source.blocks ?? [], ['blocks']);
}

export function fieldsIn(placed: Placed): readonly Part<FieldSource>[] {
  return blocksOf(placed).filter((part): part is Part<FieldSource> => 'field' in part.is);
}

export function actionsIn({ source }: Placed): readonly Part<ActionSource>[] {
  return (source.actions ?? []).map((is, index) => ({ path: ['actions', index], is }));
}

type CallSource = NonNullable<ScreenSource['load']>;

export function callsIn(placed: Placed): readonly Part<CallSource>[] {
  const { load } = placed.source;
  return [
    ...(load ? [{ path: ['load'], is: load }] : []),
    ...actionsIn(placed).flatMap(({ path, is }) => ('calls' in is ? [{ path, is }] : [])),
  ];
}

/** Every place that names a screen or an ending, or the list of branches that does. */
export function branchesIn(
  placed: Placed,
): readonly Part<string | readonly { when?: ConditionSource | undefined; to: string }[]>[] {
  const ofCalls = callsIn(placed).flatMap(({ path, is }) =>
    Object.entries(is.on).flatMap(([outcome, reaction]) =>
      typeof reaction === 'string' || Array.isArray(reaction) ? [{ path: [...path, 'on', outcome], is: reaction }] : [],
    ),
  );
  const ofActions = actionsIn(placed).flatMap(({ path, is }) =>
    'goes' in is ? [{ path: [...path, 'goes'], is: is.goes }] : [],
  );
  const { back } = placed.source;
  return [...ofCalls, ...ofActions, ...(typeof back === 'string' ? [{ path: ['back'], is: back }] : [])];
}

/** Every name of a screen or an ending written in a screen. */
export function targetsIn(placed: Placed): readonly Part<string>[] {
  return branchesIn(placed).flatMap(({ path, is }) =>
    typeof is === 'string'
      ? [{ path, is }]
      : is.map((branch, index) => ({ path: [...path, index, 'to'], is: branch.to })),
  );
}

export function conditionsIn(placed: Placed): readonly Part<ConditionSource>[] {
  const rows = blocksOf(placed).flatMap(({ path, is }) =>
    'summary' in is
      ? is.rows.flatMap((row, index) => (row.when ? [{ path: [...path, 'rows', index, 'when'], is: row.when }] : []))
      : [],
  );
  const own = [...blocksOf(placed), ...actionsIn(placed)].flatMap(({ path, is }) =>
    is.when ? [{ path: [...path, 'when'], is: is.when }] : [],
  );
  const branches = branchesIn(placed).flatMap(({ path, is }) =>
    typeof is === 'string'
      ? []
      : is.flatMap((branch, index) => (branch.when ? [{ path: [...path, index, 'when'], is: branch.when }] : [])),
  );
  return [...own, ...rows, ...branches];
}

/** What the coach can say in a screen: for the screen, its fields, its actions. */
export function coachesIn(placed: Placed): readonly Part<CoachSource>[] {
  const own = placed.source.coach ? [{ path: ['coach'], is: placed.source.coach }] : [];
  return [
    ...own,
    ...[...fieldsIn(placed), ...actionsIn(placed)].flatMap(({ path, is }) =>
      is.coach ? [{ path: [...path, 'coach'], is: is.coach }] : [],
    ),
  ];
}

/** The sentences of a coach. */
export function sentencesIn({ path, is }: Part<CoachSource>): readonly Part<string>[] {
  const own = (['ask', 'why', 'how'] as const).flatMap((key) =>
    is[key] === undefined ? [] : [{ path: [...path, key], is: is[key] }],
  );
  return [
    ...own,
    ...(is.mistakes ?? []).map(({ say }, index) => ({ path: [...path, 'mistakes', index, 'say'], is: say })),
  ];
}

/** The actions that a block places: its own, or those of an application on the phone. */
export function placedBy({ path, is }: Part<BlockSource>): readonly Part<string>[] {
  if ('action' in is) return [{ path: [...path, 'action'], is: is.action }];
  if (!('phone' in is)) return [];
  return is.actions.map((action, index) => ({ path: [...path, 'actions', index], is: action }));
}

/** Every string of a value, with the path to it. */
export function stringsIn(value: unknown, path: Path = []): readonly Part<string>[] {
  if (typeof value === 'string') return [{ path, is: value }];
  if (Array.isArray(value)) return value.flatMap((each, index) => stringsIn(each, [...path, index]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => stringsIn(each, [...path, key]));
  return [];
}
