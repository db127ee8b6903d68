import {
  type Action,
  type Block,
  type Branches,
  type Field,
  type Rewording,
  rewordingsOf,
  type Scenario,
} from '#engine';

/** What staff pages need of a scenario: its words, and how far each screen is from the successful end. */
export interface Outline {
  readonly id: string;
  readonly hash: string;
  readonly title: string;
  readonly service: string;
  readonly minutes: number;
  readonly difficulty: Scenario['difficulty'];
  readonly personas: readonly string[];
  /** La Coop's theme keys, when the scenario carries them. */
  readonly themes: readonly string[];
  /** In the order in which a learner meets them. */
  readonly screens: readonly OutlineScreen[];
  readonly endings: Readonly<
    Record<string, { readonly title: string; readonly meaning: Scenario['endings'][string]['meaning'] }>
  >;
  /** Other wordings that a run may draw, and what each says otherwise. */
  readonly variants: readonly { readonly id: string; readonly texts: readonly Rewording[] }[];
  /** Screens on the shortest way from the start to the successful end. */
  readonly length: number;
}

export interface OutlineScreen {
  readonly id: string;
  readonly title: string;
  /** Screens left, this one included, until the successful end; null where no way leads there. */
  readonly left: number | null;
  /** Labels by field id. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The sandbox shows every block to its authors and tests: it is not a procedure to hand out or to count. */
export function isForLearners({ id }: Pick<Outline, 'id'>): boolean {
  return !id.startsWith('bac-a-sable/');
}

/** Reads the outline off a compiled scenario; `themes` are its La Coop tags, which a run does not need. */
export function outlineOf(scenario: Scenario, themes: readonly string[] = []): Outline {
  const next = new Map(Object.values(scenario.screens).map((screen) => [screen.id, targetsOf(scenario, screen.id)]));
  const good = new Set(
    Object.values(scenario.endings).flatMap((ending) => (ending.meaning === 'reussi' ? [ending.id] : [])),
  );
  const left = distancesTo(good, next);
  const from = distancesFrom(scenario.start, next);
  const key = (id: string, i: number): readonly number[] => [
    // The start first, then the farthest from the end: what is near the start may still be a shortcut or a side way.
    id === scenario.start ? Number.NEGATIVE_INFINITY : -(left.get(id) ?? 0),
    from.get(id) ?? Number.POSITIVE_INFINITY,
    i, // the order of the file, which is how its author thinks of it
  ];
  const ordered = Object.values(scenario.screens)
    .map((screen, i) => ({ screen, key: key(screen.id, i) }))
    .sort((a, b) => a.key.map((value, i) => Math.sign(value - (b.key[i] ?? 0)) || 0).find((sign) => sign !== 0) ?? 0);
  return {
    id: scenario.id,
    hash: scenario.hash,
    title: plain(scenario.title),
    service: scenario.service.name,
    minutes: scenario.minutes,
    difficulty: scenario.difficulty,
    personas: scenario.personas,
    themes,
    screens: ordered.map(({ screen }) => ({
      id: screen.id,
      title: plain(screen.title),
      left: left.get(screen.id) ?? null,
      fields: Object.fromEntries(fieldsOf(screen.blocks).map((field) => [field.id, plain(field.label)])),
    })),
    endings: Object.fromEntries(
      Object.values(scenario.endings).map(({ id, title, meaning }) => [id, { title: plain(title), meaning }]),
    ),
    variants: scenario.variants.map(({ id }) => ({
      id,
      texts: rewordingsOf(scenario, id).map(({ screen, usual, other }) => ({
        screen,
        usual: plain(usual),
        other: plain(other),
      })),
    })),
    length: left.get(scenario.start) ?? ordered.length,
  };
}

/** Texts are templates over a persona; where none is at hand, what varies becomes « … ». */
function plain(text: string): string {
  return text.replace(/\{[^{}]*\}/g, '…');
}

function targetsOf(scenario: Scenario, id: string): readonly string[] {
  const screen = scenario.screens[id];
  if (screen === undefined) return [];
  const calls = screen.load === undefined ? [] : Object.values(screen.load.on);
  const ofActions = screen.actions.flatMap(({ does }: Action) =>
    does.kind === 'go' ? [does.to] : does.kind === 'call' ? reactionTargets(Object.values(does.on)) : [],
  );
  return [...reactionTargets(calls), ...ofActions].flatMap((branches: Branches) => branches.map(({ to }) => to));
}

function reactionTargets(reactions: readonly ({ readonly to: Branches } | object)[]): readonly Branches[] {
  return reactions.flatMap((reaction) => ('to' in reaction ? [reaction.to] : []));
}

function fieldsOf(blocks: readonly Block[]): readonly Field[] {
  return blocks.flatMap((block) =>
    block.kind === 'field' ? [block] : 'blocks' in block ? fieldsOf(block.blocks) : [],
  );
}

/** Steps from one screen to the others, the first being 0. */
function distancesFrom(start: string, next: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const found = new Map([[start, 0]]);
  for (const [id, at] of found) {
    // A Map visits what is added while it is walked, in that order: breadth first.
    for (const to of next.get(id) ?? []) if (!found.has(to)) found.set(to, at + 1);
  }
  return found;
}

/** Steps from each screen to the nearest of some ends. */
function distancesTo(
  ends: ReadonlySet<string>,
  next: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const before = new Map<string, string[]>();
  for (const [id, targets] of next) {
    for (const to of targets) before.set(to, [...(before.get(to) ?? []), id]);
  }
  const found = new Map([...ends].map((end) => [end, 0]));
  for (const [id, at] of found) {
    for (const from of before.get(id) ?? []) if (!found.has(from)) found.set(from, at + 1);
  }
  return found;
}
