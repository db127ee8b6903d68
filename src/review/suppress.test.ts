import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastPeople, type SafeFunnel, suppress } from './suppress.ts';

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
    const person = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(
        // By screen: who left there, who was sent to the dead end there; then who finished, who is on the way.
        fc.array(fc.tuple(person, fc.oneof(fc.constant(0), person)), { minLength: 1, maxLength: 7 }),
        person,
        fc.oneof(fc.constant(0), person),
        (screens, finished, onTheWay) => {
          const parts = [...screens.flat(), finished, onTheWay];
          const starters = parts.reduce((total, part) => total + part, 0);
          let here = starters;
          const counts = screens.map(([left, blocked]) => {
            const screen = { arrived: here, left };
            here -= left + blocked;
            return screen;
          });
          const blocked = screens.reduce((total, [, count]) => total + count, 0);
          expectNoSmallGroup(
            parts,
            starters,
            suppress(starters, counts, [
              { people: blocked, through: false },
              { people: finished, through: true },
            ]),
          );
        },
      ),
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

/**
 * The attacker: knows the order of the screens, the starters and every told figure, each a sum over the same unknown
 * parts (who stopped or ended where). Works out by elimination every run of parts whose size the told figures fix,
 * and none may be a group of 1 to 10 people.
 */
function expectNoSmallGroup(parts: readonly number[], starters: number, told: SafeFunnel) {
  const size = parts.length;
  const rows: number[][] = [];
  const say = (total: number, holds: (part: number) => boolean) => {
    rows.push([...parts.map((_, i) => (holds(i) ? 1 : 0)), total]);
  };
  if (starters >= leastPeople) say(starters, () => true);
  told.screens.forEach(({ arrived, left }, i) => {
    if (arrived !== null) say(arrived, (part) => part >= 2 * i);
    if (left !== null) say(left, (part) => part === 2 * i);
  });
  const [blocked, finished] = told.ended;
  if (blocked !== null && blocked !== undefined) say(blocked, (part) => part % 2 === 1 && part < size - 2);
  if (finished !== null && finished !== undefined) say(finished, (part) => part === size - 2);
  const reduced = reduce(rows, size);
  for (let from = 0; from < size; from++) {
    for (let to = from + 1; to <= size; to++) {
      const group = fixed(
        reduced,
        parts.map((_, i) => (i >= from && i < to ? 1 : 0)),
        size,
      );
      if (group !== null) expect(group === 0 || group >= leastPeople).toBe(true);
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
