import { describe, expect, it } from 'vitest';
import { compareGroups } from './compare.ts';
import type { Count } from './count.ts';

const count = (screen: string, measure: string, total: number, detail = ''): Count => ({
  screen,
  field: '',
  measure,
  detail,
  total,
});

/** Some leave on « un », some on « deux », the others finish. */
function counts(one: number, two: number, finished: number): readonly Count[] {
  return [
    count('', 'started', one + two + finished),
    count('un', 'arrived', one + two + finished),
    count('un', 'here', one),
    count('deux', 'arrived', two + finished),
    count('deux', 'here', two),
    count('', 'ended', finished, 'fini'),
  ];
}
const compare = (...groups: readonly (readonly Count[])[]) =>
  compareGroups({
    screens: ['un', 'deux'],
    about: [],
    endings: [
      { id: 'fini', success: true },
      { id: 'abandon', success: false },
    ],
    groups: groups.map((each, i) => ({ id: i === 0 ? '' : `v${i}`, counts: each })),
  });

describe('compareGroups', () => {
  it('counts each group apart, and holds it against the first', () => {
    // 40 of 100 leave on the first screen in the usual words, 20 of 100 in the others; 80 - 60 = 20 points on finishing.
    const [usual, other] = compare(counts(40, 0, 60), counts(20, 0, 80)) ?? [];
    expect(usual).toMatchObject({
      id: '',
      starters: 100,
      done: { rate: { people: 60, of: 100 }, against: null },
      screens: [
        { screen: 'un', arrived: 100, rate: { people: 40, of: 100 }, against: null },
        { screen: 'deux', arrived: 60, rate: { people: 0, of: 60 } },
      ],
    });
    expect(other?.screens[0]).toMatchObject({ arrived: 100, rate: { people: 20, of: 100 } });
    expect(other?.done.against?.value).toBeCloseTo(0.2, 10);
    expect(other?.screens[0]?.against?.value).toBeCloseTo(-0.2, 10);
    // By hand, Wilson gives 30.9 to 49.8 % and 13.3 to 28.9 %: -0.2 - √(0.0666² + 0.0980²), -0.2 + √(0.0888² + 0.0906²).
    expect(other?.screens[0]?.against?.low).toBeCloseTo(-0.3185, 3);
    expect(other?.screens[0]?.against?.high).toBeCloseTo(-0.0731, 3);
    expect(other?.endings).toMatchObject([{ ending: 'fini', rate: { people: 80 } }]);
  });

  it('waits until two groups have people, and none has 1 to 10', () => {
    expect(compare(counts(40, 0, 60))).toBeNull();
    expect(compare(counts(40, 0, 60), [])).toBeNull();
    expect(compare(counts(40, 0, 60), counts(0, 0, 10))).toBeNull();
    expect(compare(counts(40, 0, 60), counts(0, 0, 11))).not.toBeNull();
    expect(compare(counts(40, 0, 60), [], counts(0, 0, 11))).not.toBeNull();
  });

  it('compares nothing where one of two is kept back, or nobody came', () => {
    // 4 leave on the first screen in the other words.
    const [usual, other] = compare(counts(40, 0, 60), counts(4, 0, 96)) ?? [];
    expect([usual?.screens[0]?.rate, other?.screens[0]?.rate]).toEqual(['few', 'few']);
    expect(other?.screens[0]?.against).toBeNull();
    expect(other?.done).toEqual({ rate: 'few', against: null });
    const gone = compare(counts(50, 0, 0), counts(20, 0, 30))?.[1];
    expect(gone?.screens[1]).toMatchObject({ arrived: 30, against: null });
  });

  it('adds what is under way with its sign, and screens that only counts know', () => {
    const underWay = counts(0, 0, 20).map((one) => ({ ...one, total: -one.total }));
    const [usual] =
      compare([...counts(40, 0, 80), ...underWay, count('vieux', 'arrived', 30)], counts(20, 0, 80)) ?? [];
    expect(usual?.starters).toBe(100);
    expect(usual?.screens.map(({ screen }) => screen)).toEqual(['un', 'deux', 'vieux']);
  });
});
