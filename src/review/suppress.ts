/** Outside the room nothing is said of fewer people than this (DESIGN §8; the French statistical rule for persons). */
export const leastPeople = 11;

/** A group whose size may be told: nobody, or enough people for none to be recognised. */
export function canTell(people: number): boolean {
  return people === 0 || people >= leastPeople;
}

/** What may be told of one screen. `null`: kept back. */
export interface SafeCounts {
  readonly arrived: number | null;
  readonly left: number | null;
}

export interface EndCount {
  readonly people: number;
  /** Reached only by going through to the end; false: a dead end, which may lie anywhere. */
  readonly through: boolean;
}

export interface SafeFunnel {
  readonly screens: readonly SafeCounts[];
  /** By ending, in the order given. */
  readonly ended: readonly (number | null)[];
}

/** How many people went where, in one procedure. */
export interface Population {
  readonly starters: number;
  /** In the order of the procedure. */
  readonly screens: readonly { readonly arrived: number; readonly left: number }[];
  readonly ended: readonly EndCount[];
}

/**
 * Keeps back every count that would single out fewer than 11 people, and the others from which it could be worked
 * out (complementary suppression). `screens` are in the order of the procedure; `ended` counts people by ending; who
 * neither left nor ended is still on the way.
 *
 * Two families are told, and each is first made safe by itself:
 * - where people stopped or ended: these groups split the starters into parts. Small parts go to a pool; when the pool
 *   itself is small, a told part joins it, the nearest one, so that what is kept back stays in one place of the
 *   procedure. So every part, the pool included, is nobody or at least 11;
 * - how many arrived: a count is told only if it differs by 0 or at least 11 from every count already told, and also
 *   once the told leavers between the two screens, and any told endings, are taken away. Otherwise "40 arrived here,
 *   37 there" names three people as surely as writing 3.
 */
export function suppress(
  starters: number,
  screens: readonly { readonly arrived: number; readonly left: number }[],
  ended: readonly EndCount[] = [],
): SafeFunnel {
  const population = { starters, screens, ended };
  return tell(population, patternOf([population]));
}

/**
 * The same for groups whose total is told beside them. Every group tells the same figures, and only figures that their
 * total tells: adding up and subtracting whole groups then gives nothing that is not told already, and within a group
 * nothing that is not safe there. Null when a group is of 1 to 10 people: it would be what is left of the total.
 *
 * `first`: screens (by their place) that matter most, told before others that they cannot be told with.
 */
export function suppressApart(
  groups: readonly Population[],
  first: readonly number[] = [],
): readonly SafeFunnel[] | null {
  if (!groups.every(({ starters }) => canTell(starters))) return null;
  const pattern = patternOf(groups, patternOf([totalOf(groups)]), first);
  return groups.map((group) => tell(group, pattern));
}

/** Which figures are told, whatever their values. */
interface Pattern {
  /** Leavers by screen, then endings, then who is on the way. */
  readonly parts: readonly boolean[];
  readonly arrived: readonly boolean[];
}

/** What all of these populations may tell, of what is told `within`. */
function patternOf(populations: readonly Population[], within?: Pattern, first: readonly number[] = []): Pattern {
  const parts = tellParts(populations, first, within?.parts);
  return { parts, arrived: tellArrivals(populations, parts, first, within?.arrived) };
}

function tell({ screens, ended }: Population, { parts, arrived }: Pattern): SafeFunnel {
  return {
    // A count of leavers goes with its base: without it, it would still narrow its neighbours down.
    screens: screens.map((screen, i) => ({
      arrived: arrived[i] ? screen.arrived : null,
      left: arrived[i] && parts[i] ? screen.left : null,
    })),
    ended: ended.map(({ people }, i) => (parts[screens.length + i] ? people : null)),
  };
}

function totalOf(groups: readonly Population[]): Population {
  const sum = (count: (group: Population) => number) => groups.reduce((total, group) => total + count(group), 0);
  return {
    starters: sum(({ starters }) => starters),
    screens: (groups[0]?.screens ?? []).map((_, i) => ({
      arrived: sum(({ screens }) => screens[i]?.arrived ?? 0),
      left: sum(({ screens }) => screens[i]?.left ?? 0),
    })),
    ended: (groups[0]?.ended ?? []).map(({ through }, i) => ({
      people: sum(({ ended }) => ended[i]?.people ?? 0),
      through,
    })),
  };
}

function tellParts(
  populations: readonly Population[],
  first: readonly number[],
  within?: readonly boolean[],
): boolean[] {
  const split = populations.map(({ starters, screens, ended }) => {
    const counts = [...screens.map(({ left }) => left), ...ended.map(({ people }) => people)];
    return [...counts, starters - counts.reduce((total, count) => total + count, 0)];
  });
  const size = split[0]?.length ?? 0;
  if (!populations.every(({ starters }) => canTell(starters))) return Array.from({ length: size }, () => false);
  const told = Array.from(
    { length: size },
    (_, i) => (within?.[i] ?? true) && split.every((parts) => canTell(parts[i] ?? 0)),
  );
  const poolOf = (parts: readonly number[]) => parts.reduce((total, part, i) => (told[i] ? total : total + part), 0);
  for (;;) {
    const short = split.find((parts) => !canTell(poolOf(parts)));
    if (short === undefined) return told;
    const last = told.lastIndexOf(false);
    const all = [...short.keys()].filter((i) => told[i] && (short[i] ?? 0) > 0);
    if (all.length === 0) return told; // every part is in the pool: the pool is the starters, already at least 11
    const others = all.filter((i) => !first.includes(i));
    const candidates = others.length > 0 ? others : all;
    // Of two equally near, the earlier one: a screen's leavers rather than an ending.
    const joins = candidates.reduce((best, i) => (Math.abs(i - last) < Math.abs(best - last) ? i : best));
    told[joins] = false;
  }
}

function tellArrivals(
  populations: readonly Population[],
  parts: readonly boolean[],
  first: readonly number[],
  within?: readonly boolean[],
): boolean[] {
  const screens = populations[0]?.screens ?? [];
  const told = screens.map(() => false);
  const checks = populations.map((population) => arrivalCheck(population, parts, told));
  for (const i of new Set([...first, ...screens.keys()])) {
    told[i] = within?.[i] ?? true;
    if (told[i]) told[i] = checks.every((safe) => safe(i));
  }
  return told;
}

/** Whether the arrivals of a screen may be told beside the others `told`; it is held to be told itself. */
function arrivalCheck(
  { starters, screens, ended }: Population,
  parts: readonly boolean[],
  told: readonly boolean[],
): (screen: number) => boolean {
  const toldEnds = (wanted: (end: EndCount) => boolean) =>
    ended.filter((end, i) => parts[screens.length + i] && wanted(end)).map(({ people }) => people);
  const between = sumsOf(toldEnds(({ through }) => !through));
  const after = sumsOf(toldEnds(() => true));
  const arrivedAt = (i: number) => screens[i]?.arrived ?? 0;
  // What is told to have stopped there: it is kept back with its arrivals.
  const leftAt = (i: number) => (told[i] && parts[i] ? (screens[i]?.left ?? 0) : 0);
  // Both ways round: a dead end reached in this group and elsewhere tells the size of "elsewhere". Where dead ends
  // are reached is not known here, so some counts are kept back that could have been told.
  const singlesOut = (group: number, sums: readonly number[]): boolean =>
    sums.some((sum) => !canTell(Math.abs(group - sum)));
  /** Two told screens: who is lost between them, and what is left of these once told leavers are taken away. */
  const givesAway = (early: number, late: number): boolean => {
    const gap = Math.abs(arrivedAt(early) - arrivedAt(late));
    let toldBetween = 0;
    for (let k = early; k < late; k++) toldBetween += leftAt(k);
    return singlesOut(gap, between) || singlesOut(gap - toldBetween, between);
  };
  return (i) => {
    const people = arrivedAt(i);
    if (!canTell(people) || singlesOut(people, after) || singlesOut(starters - people, between)) return false;
    if (singlesOut(people - leftAt(i), after)) return false;
    const earlier = [...screens.keys()].filter((k) => k < i && told[k]);
    const later = [...screens.keys()].filter((k) => k > i && told[k]);
    return !(
      earlier.some((early) => givesAway(early, i)) ||
      later.some((late) => givesAway(i, late)) ||
      // Its leavers are now told between these two.
      earlier.some((early) => later.some((late) => givesAway(early, late)))
    );
  };
}

/** Sums of every choice among some counts, the empty one included. Endings are few. */
function sumsOf(counts: readonly number[]): readonly number[] {
  const sums = new Set([0]);
  for (const count of counts) for (const sum of [...sums]) sums.add(sum + count);
  return [...sums];
}
