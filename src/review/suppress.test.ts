import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastPeople, type Population, type SafeFunnel, suppress, suppressApart } from './suppress.ts';

const person = fc.integer({ min: 0, max: 30 });

/**
 * Where people stopped or ended: by screen, who left there and who was sent to the dead end there; then who finished, who
 * is on the way.
 */
const people = (screens: number, fewest = 1) =>
  fc
    .tuple(
      fc.array(fc.tuple(person, fc.oneof(fc.constant(0), person)), { minLength: fewest, maxLength: screens }),
      person,
      fc.oneof(fc.constant(0), person),
    )
    .map(([stopped, finished, onTheWay]): readonly number[] => [...stopped.flat(), finished, onTheWay]);

function populationOf(parts: readonly number[]): Population {
  const stopped = parts.slice(0, -2);
  const starters = parts.reduce((total, part) => total + part, 0);
  let here = starters;
  const screens: { arrived: number; left: number }[] = [];
  for (let i = 0; i < stopped.length; i += 2) {
    const [left = 0, blocked = 0] = stopped.slice(i, i + 2);
    screens.push({ arrived: here, left });
    here -= left + blocked;
  }
  const blocked = stopped.reduce((total, part, i) => total + (i % 2 === 1 ? part : 0), 0);
  return {
    starters,
    screens,
    ended: [
      { people: blocked, through: false },
      { people: parts.at(-2) ?? 0, through: true },
    ],
  };
}

/** A procedure without branches: who arrives is who did not stop before. */
function funnel(starters: number, left: readonly number[]) {
  let here = starters;
  return left.map((gone) => {
    const screen = { arrived: here, left: gone };
    here -= gone;
    return screen;
  });
}

describe('suppress', () => {
  it('tells nothing of ten people, and all of an untouched eleven', () => {
    expect(suppress(10, funnel(10, [0, 0])).screens).toEqual([
      { arrived: null, left: null },
      { arrived: null, left: null },
    ]);
    expect(suppress(11, funnel(11, [0, 0])).screens).toEqual([
      { arrived: 11, left: 0 },
      { arrived: 11, left: 0 },
    ]);
  });

  it('tells large groups as they are', () => {
    expect(suppress(100, funnel(100, [30, 21, 20])).screens).toEqual([
      { arrived: 100, left: 30 },
      { arrived: 70, left: 21 },
      { arrived: 49, left: 20 },
    ]);
  });

  it('keeps back what a neighbour would give away', () => {
    // 3 stop at the first screen: 40 and 37 side by side would say so.
    const [first, second] = suppress(40, funnel(40, [3, 0])).screens;
    expect(first).toEqual({ arrived: 40, left: null });
    expect(second).toEqual({ arrived: null, left: null });
  });

  it('keeps back what a told neighbour and a told difference would give away together', () => {
    // 40 arrive, 4 then 11 stop, 25 arrive: 40 - 25 - 11 would be the 4.
    const told = suppress(40, funnel(40, [4, 11, 0])).screens;
    expect(told[1]).toEqual({ arrived: null, left: null });
    expect(told[0]?.left).toBeNull();
  });

  it('keeps back a branch that all but a few took', () => {
    const told = suppress(40, [
      { arrived: 40, left: 0 },
      { arrived: 37, left: 0 },
    ]).screens;
    expect(told[1]?.arrived).toBeNull();
  });

  it('counts endings among the parts', () => {
    // 4 were refused at the first screen; the other 36 went through: telling 36 would tell the 4.
    const told = suppress(
      40,
      [
        { arrived: 40, left: 0 },
        { arrived: 36, left: 0 },
      ],
      [
        { people: 4, through: false },
        { people: 36, through: true },
      ],
    );
    expect(told.ended).toEqual([null, null]);
    expect(told.screens[1]?.arrived).toBeNull();
  });

  it('withstands someone who adds and subtracts every told figure', () => {
    fc.assert(
      fc.property(people(7), (parts) => {
        const { starters, screens, ended } = populationOf(parts);
        expectNoSmallGroup([parts], [{ starters, told: suppress(starters, screens, ended), of: [0] }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('still tells something when groups are large', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 11, max: 30 }), { minLength: 1, maxLength: 6 }), (left) => {
        const starters = left.reduce((total, gone) => total + gone, 11);
        for (const { arrived } of suppress(starters, funnel(starters, left)).screens) expect(arrived).not.toBeNull();
      }),
    );
  });
});

describe('suppressApart', () => {
  const apart = (...groups: readonly (readonly number[])[]) => suppressApart(groups.map(populationOf));

  it('tells no group when one is of 1 to 10 people: the total would tell it', () => {
    expect(apart([0, 0, 40, 0], [0, 0, 6, 0])).toBeNull();
    expect(apart([0, 0, 40, 0], [0, 0, 6, 0], [0, 0, 30, 0])).toBeNull();
    expect(apart([0, 0, 40, 0], [0, 0, 0, 0])).not.toBeNull();
  });

  it('keeps back in every group what is small in one: the total less the others would tell it', () => {
    // 30 of 100 leave in one group, 4 of 100 in the other; in all 34 of 200, which is told.
    const groups = [
      [30, 0, 70, 0],
      [4, 0, 96, 0],
    ];
    const whole = populationOf([34, 0, 166, 0]);
    expect(suppress(whole.starters, whole.screens, whole.ended).screens).toEqual([{ arrived: 200, left: 34 }]);
    expect(apart(...groups)?.map(({ screens }) => screens[0])).toEqual([
      { arrived: 100, left: null },
      { arrived: 100, left: null },
    ]);
  });

  it('keeps back in the groups what their total keeps back', () => {
    // 5 of 165 stop at the second screen. The total hides the 40 of the first with them; hiding the 60 who finish in the
    // second group instead would leave 165 - 40 - 120 = 5.
    const whole = populationOf([40, 0, 5, 0, 120, 0]);
    const total = suppress(whole.starters, whole.screens, whole.ended);
    expect([total.screens[0]?.left, total.ended[1]]).toEqual([null, 120]);
    const found = apart([40, 0, 0, 0, 60, 0], [0, 0, 5, 0, 60, 0]) ?? [];
    expect(found.map(({ screens, ended }) => [screens[0]?.left, ended[1]])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('tells large groups as they are', () => {
    expect(apart([30, 0, 20, 0, 50, 0], [20, 0, 20, 0, 60, 0])?.map(({ screens }) => screens)).toEqual([
      [
        { arrived: 100, left: 30 },
        { arrived: 70, left: 20 },
      ],
      [
        { arrived: 100, left: 20 },
        { arrived: 80, left: 20 },
      ],
    ]);
  });

  it('tells first what it is asked for', () => {
    // 6 of each group stop at the second screen: its arrivals and those of the third cannot both be told.
    const groups = [
      [20, 0, 6, 0, 30, 0, 60, 0],
      [20, 0, 6, 0, 30, 0, 60, 0],
    ].map(populationOf);
    const arrivals = (first: readonly number[]) =>
      suppressApart(groups, first)?.[0]?.screens.map(({ arrived }) => arrived);
    expect(arrivals([])).toEqual([116, 96, null]);
    expect(arrivals([2])).toEqual([116, null, 90]);
  });

  it.each([2, 3])('withstands someone who subtracts %i groups from what is told of them together', (size) => {
    const groups = fc
      .integer({ min: 1, max: 5 })
      .chain((screens) => fc.array(people(screens, screens), { minLength: size, maxLength: size }));
    fc.assert(
      fc.property(groups, fc.uniqueArray(fc.nat(4), { maxLength: 3 }), (parts, about) => {
        const first = about.filter((i) => i < ((parts[0]?.length ?? 0) - 2) / 2);
        const populations = parts.map(populationOf);
        const whole = populationOf((parts[0] ?? []).map((_, i) => parts.reduce((sum, one) => sum + (one[i] ?? 0), 0)));
        expectNoSmallGroup(parts, [
          {
            starters: whole.starters,
            told: suppress(whole.starters, whole.screens, whole.ended),
            of: parts.map((_, g) => g),
          },
          ...(suppressApart(populations, first) ?? []).map((told, g) => ({
            starters: populations[g]?.starters ?? 0,
            told,
            of: [g],
          })),
        ]);
      }),
      { numRuns: 700 },
    );
  });
});

interface Disclosure {
  readonly starters: number;
  readonly told: SafeFunnel;
  /** Of which groups it is the sum. */
  readonly of: readonly number[];
}

/**
 * The attacker: knows the order of the screens, the starters and every told figure, each a sum over the same unknown
 * parts (who stopped or ended where, in which group). Works out by elimination every run of parts whose size the told
 * figures fix, in each group and in what the groups told of are together, and none may be a group of 1 to 10 people.
 */
function expectNoSmallGroup(groups: readonly (readonly number[])[], disclosures: readonly Disclosure[]) {
  const size = groups[0]?.length ?? 0;
  const spread = (of: readonly number[], holds: (part: number) => boolean) =>
    groups.flatMap((parts, g) => parts.map((_, i) => (of.includes(g) && holds(i) ? 1 : 0)));
  const rows = disclosures.flatMap(({ starters, told, of }) => {
    const found: number[][] = [];
    const say = (total: number | null | undefined, holds: (part: number) => boolean) => {
      if (total !== null && total !== undefined) found.push([...spread(of, holds), total]);
    };
    if (starters >= leastPeople) say(starters, () => true);
    told.screens.forEach(({ arrived, left }, i) => {
      say(arrived, (part) => part >= 2 * i);
      say(left, (part) => part === 2 * i);
    });
    const [blocked, finished] = told.ended;
    say(blocked, (part) => part % 2 === 1 && part < size - 2);
    say(finished, (part) => part === size - 2);
    return found;
  });
  const unknowns = size * groups.length;
  const reduced = reduce(rows, unknowns);
  const together = groups.map((_, g) => g);
  for (const of of [...together.map((g) => [g]), together]) {
    for (let from = 0; from < size; from++) {
      for (let to = from + 1; to <= size; to++) {
        const run = spread(of, (part) => part >= from && part < to);
        const group = fixed(reduced, run, unknowns);
        if (group !== null) expect(group === 0 || group >= leastPeople).toBe(true);
      }
    }
  }
}

function reduce(rows: readonly number[][], size: number): number[][] {
  const kept = rows.map((row) => [...row]);
  let at = 0;
  for (let column = 0; column < size && at < kept.length; column++) {
    const pivot = kept.findIndex((row, i) => i >= at && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [kept[at], kept[pivot]] = [kept[pivot] as number[], kept[at] as number[]];
    const head = kept[at] as number[];
    const by = head[column] ?? 1;
    for (let i = 0; i <= size; i++) head[i] = (head[i] ?? 0) / by;
    kept.forEach((row, r) => {
      const factor = row[column] ?? 0;
      if (r !== at && factor !== 0) for (let i = 0; i <= size; i++) row[i] = (row[i] ?? 0) - factor * (head[i] ?? 0);
    });
    at++;
  }
  return kept.slice(0, at);
}

/** The value that the reduced rows give to a sum of parts, or null when they leave it open. */
function fixed(rows: readonly number[][], wanted: readonly number[], size: number): number | null {
  const rest = [...wanted, 0];
  for (const row of rows) {
    const column = row.findIndex((value) => Math.abs(value) > 1e-9);
    const factor = rest[column] ?? 0;
    if (column < size && factor !== 0)
      for (let i = 0; i <= size; i++) rest[i] = (rest[i] ?? 0) - factor * (row[i] ?? 0);
  }
  return rest.slice(0, size).every((value) => Math.abs(value) < 1e-9) ? Math.round(-(rest[size] ?? 0)) : null;
}
