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
  const told = tellParts(starters, [...screens.map(({ left }) => left), ...ended.map(({ people }) => people)]);
  const left = told.slice(0, screens.length);
  const ends = told.slice(screens.length);
  const arrived = tellArrivals(starters, screens, left, ends, ended);
  return {
    // A count of leavers goes with its base: without it, it would still narrow its neighbours down.
    screens: screens.map((_, i) => {
      const here = arrived[i] ?? null;
      return { arrived: here, left: here === null ? null : (left[i] ?? null) };
    }),
    ended: ends,
  };
}

function tellParts(starters: number, counts: readonly number[]): (number | null)[] {
  if (starters < leastPeople) return counts.map(() => null);
  const onTheWay = starters - counts.reduce((total, count) => total + count, 0);
  const parts = [...counts, onTheWay];
  const told = parts.map(canTell);
  let pool = parts.reduce((total, part, i) => (told[i] ? total : total + part), 0);
  while (!canTell(pool)) {
    const last = told.lastIndexOf(false);
    const candidates = [...parts.keys()].filter((i) => told[i] && (parts[i] ?? 0) > 0);
    if (candidates.length === 0) break; // every part is in the pool: the pool is the starters, already at least 11
    // Of two equally near, the earlier one: a screen's leavers rather than an ending.
    const joins = candidates.reduce((best, i) => (Math.abs(i - last) < Math.abs(best - last) ? i : best));
    told[joins] = false;
    pool += parts[joins] ?? 0;
  }
  return counts.map((count, i) => (told[i] ? count : null));
}

function tellArrivals(
  starters: number,
  screens: readonly { readonly arrived: number }[],
  left: readonly (number | null)[],
  ends: readonly (number | null)[],
  ended: readonly EndCount[],
): (number | null)[] {
  const told: (number | null)[] = screens.map(() => null);
  const toldEnds = (wanted: (end: EndCount) => boolean) =>
    ends.filter((people, i) => people !== null && wanted(ended[i] as EndCount));
  const between = sumsOf(toldEnds(({ through }) => !through));
  const after = sumsOf(toldEnds(() => true));
  // Both ways round: a dead end reached in this group and elsewhere tells the size of "elsewhere". Where dead ends
  // are reached is not known here, so some counts are kept back that could have been told.
  const singlesOut = (group: number, sums: readonly number[]): boolean =>
    sums.some((sum) => !canTell(Math.abs(group - sum)));
  const safe = (i: number, people: number): boolean => {
    if (!canTell(people) || singlesOut(people, after) || singlesOut(starters - people, between)) return false;
    if (singlesOut(people - (left[i] ?? 0), after)) return false;
    let toldBetween = 0;
    // From the nearest earlier screen back to the first, taking away what is told to have stopped on the way.
    for (let j = i - 1; j >= 0; j--) {
      const earlier = told[j] ?? null;
      if (earlier === null) continue; // its leavers are kept back with it
      toldBetween += left[j] ?? 0;
      const gap = Math.abs(earlier - people);
      if (singlesOut(gap, between) || singlesOut(gap - toldBetween, between)) return false;
    }
    return true;
  };
  for (const [i, { arrived }] of screens.entries()) if (safe(i, arrived)) told[i] = arrived;
  return told;
}

/** Sums of every choice among some counts, the empty one included. Endings are few. */
function sumsOf(counts: readonly (number | null)[]): readonly number[] {
  const sums = new Set([0]);
  for (const count of counts) for (const sum of [...sums]) sums.add(sum + (count ?? 0));
  return [...sums];
}
