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

/**
 * Keeps back every count that would single out fewer than 11 people, and the others from which it could be worked
 * out (complementary suppression). `screens` are in the order of the procedure.
 *
 * Two families are told, and each is first made safe by itself:
 * - where people stopped: the leavers of each screen, with those who did not stop (`stayed`), split the starters
 *   into parts. Small parts go to a pool; when the pool itself is small, the smallest told part joins it. So every
 *   part that can be worked out, the pool included, is nobody or at least 11 people;
 * - how many arrived: a count is told only if it differs by 0 or at least 11 from every count already told, and also
 *   once the told leavers between the two screens are taken away. Otherwise "40 arrived here, 37 there" names three
 *   people as surely as writing 3.
 */
export function suppress(
  starters: number,
  screens: readonly { readonly arrived: number; readonly left: number }[],
): readonly SafeCounts[] {
  const left = tellLeavers(starters, screens);
  const arrived = tellArrivals(starters, screens, left);
  return screens.map((_, i) => {
    const here = arrived[i] ?? null;
    const gone = left[i] ?? null;
    // Without its base, a count of leavers still tells the size of a group of at least 11; a rate needs both.
    return { arrived: here, left: here === null ? null : gone };
  });
}

function tellLeavers(starters: number, screens: readonly { readonly left: number }[]): (number | null)[] {
  if (starters < leastPeople) return screens.map(() => null);
  const stayed = starters - screens.reduce((total, { left }) => total + left, 0);
  const parts = [...screens.map(({ left }) => left), stayed];
  const told = parts.map(canTell);
  let pool = parts.reduce((total, part, i) => (told[i] ? total : total + part), 0);
  while (!canTell(pool)) {
    let smallest = -1;
    for (const [i, part] of parts.entries()) {
      if (told[i] && part > 0 && (smallest < 0 || part < (parts[smallest] ?? 0))) smallest = i;
    }
    if (smallest < 0) break; // every part is in the pool: the pool is the starters, already at least 11
    told[smallest] = false;
    pool += parts[smallest] ?? 0;
  }
  return screens.map(({ left }, i) => (told[i] ? left : null));
}

function tellArrivals(
  starters: number,
  screens: readonly { readonly arrived: number }[],
  left: readonly (number | null)[],
): (number | null)[] {
  const told: (number | null)[] = screens.map(() => null);
  const safe = (i: number, people: number): boolean => {
    if (!canTell(people) || !canTell(Math.abs(starters - people))) return false;
    if (!canTell(Math.max(0, people - (left[i] ?? 0)))) return false;
    let toldBetween = 0;
    // From the nearest earlier screen back to the first, taking away what is told to have stopped on the way.
    for (let j = i - 1; j >= 0; j--) {
      const earlier = told[j] ?? null;
      if (earlier === null) continue; // its leavers are kept back with it
      toldBetween += left[j] ?? 0;
      const gap = Math.abs(earlier - people);
      if (!canTell(gap) || !canTell(Math.abs(gap - toldBetween))) return false;
    }
    return true;
  };
  for (const [i, { arrived }] of screens.entries()) if (safe(i, arrived)) told[i] = arrived;
  return told;
}
