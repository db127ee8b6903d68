import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Count } from './count.ts';
import type { Rate } from './rate.ts';
import { reportOf } from './report.ts';
import { leastPeople } from './suppress.ts';

const buckets = [10_000, 20_000, 40_000];
const count = (screen: string, measure: string, total: number, detail = '', field = ''): Count => ({
  screen,
  field,
  measure,
  detail,
  total,
});

/** Where each person stopped: by screen; who went through ended by « fini ». */
function population(left: Readonly<Record<string, number>>, finished: number): readonly Count[] {
  const screens = Object.keys(left);
  let here = Object.values(left).reduce((total, gone) => total + gone, finished);
  const counts = [count('', 'started', here), count('', 'ended', finished, 'fini')];
  for (const screen of screens) {
    const gone = left[screen] ?? 0;
    counts.push(count(screen, 'arrived', here), count(screen, 'here', gone), count(screen, 'passed', here - gone));
    here -= gone;
  }
  return counts;
}
const report = (counts: readonly Count[], screens = ['un', 'deux', 'trois']) =>
  reportOf({
    screens,
    endings: [
      { id: 'fini', success: true },
      { id: 'abandon', success: false },
    ],
    counts,
    buckets,
  });
const hazards = (counts: readonly Count[]) =>
  Object.fromEntries(
    report(counts).screens.map(({ screen, left }) => [screen, typeof left === 'string' ? left : left.share]),
  );

describe('reportOf', () => {
  it('divides by who was at risk, so that the last screen is not flattered', () => {
    // 100 start; 30 leave, 21 of 70, 20 of 49. By share of leavers the third screen would look the mildest.
    const counts = population({ un: 30, deux: 21, trois: 20 }, 29);
    expect(hazards(counts)).toEqual({ un: 0.3, deux: 0.3, trois: 20 / 49 });
    expect(report(counts).ranking[0]).toBe('trois');
    expect(report(counts).starters).toBe(100);
    expect(report(counts).endings).toMatchObject([{ ending: 'fini', rate: { people: 29, of: 100 } }]);
  });

  it('counts every successful ending as done, and keeps the sum back with one of them', () => {
    const ending = (on: number, late: number, blocked: number) =>
      reportOf({
        screens: ['un'],
        endings: [
          { id: 'a-temps', success: true },
          { id: 'en-retard', success: true },
          { id: 'bloque', success: false },
          { id: 'abandon', success: false },
        ],
        counts: [
          count('', 'started', 100),
          count('un', 'arrived', 100),
          count('un', 'here', 100 - on - late - blocked),
          count('', 'ended', on, 'a-temps'),
          count('', 'ended', late, 'en-retard'),
          count('', 'ended', blocked, 'bloque'),
        ],
        buckets,
      }).done;
    expect(ending(40, 25, 15)).toMatchObject({ people: 65, of: 100, share: 0.65 });
    expect(ending(40, 0, 15)).toMatchObject({ people: 40 });
    expect(ending(40, 4, 15)).toBe('few');
  });

  it('does not say that nobody is done when no ending is known to be a success', () => {
    const { done } = reportOf({
      screens: ['un'],
      endings: [{ id: 'ancienne', success: false }],
      counts: [count('', 'started', 30), count('un', 'arrived', 30), count('', 'ended', 30, 'ancienne')],
      buckets,
    });
    expect(done).toBe('base');
  });

  it('calls a screen the worst only when its interval is above the middle one', () => {
    const worst = (counts: readonly Count[]) => report(counts).screens.find((screen) => screen.worst)?.screen;
    expect(worst(population({ un: 30, deux: 21, trois: 20 }, 29))).toBeUndefined();
    expect(worst(population({ un: 20, deux: 200, trois: 20 }, 160))).toBe('deux');
  });

  it('tells nothing of ten people', () => {
    const { starters, screens, done, endings, fields, ranking } = report([
      ...population({ un: 4, deux: 0, trois: 0 }, 6),
      count('un', 'refused', 5, 'empty', 'nir'),
    ]);
    expect(starters).toBeNull();
    expect(
      screens.every(
        ({ arrived, left, helped, time }) => arrived === null && left === 'base' && helped === 'base' && time === null,
      ),
    ).toBe(true);
    expect([done, ...endings.map(({ rate }) => rate)]).toEqual(['base', 'base']);
    expect(fields).toEqual([]);
    expect(ranking).toEqual([]);
  });

  it('is empty before anybody came', () => {
    expect(report([]).screens.map(({ arrived, left }) => [arrived, left])).toEqual([
      [0, 'nobody'],
      [0, 'nobody'],
      [0, 'nobody'],
    ]);
  });

  it('counts people refused by a field under their commonest rule, and by rule', () => {
    const { fields } = report([
      ...population({ un: 0, deux: 0, trois: 0 }, 60),
      count('un', 'refused', 30, 'malformed', 'nir'),
      count('un', 'refused', 12, 'empty', 'nir'),
      count('un', 'refused', 3, 'empty', 'autre'),
      count('deux', 'silent', 15, 'other', 'montant'),
      count('deux', 'silent', 5, 'mistake', 'montant'),
    ]);
    expect(fields).toMatchObject([
      {
        screen: 'un',
        field: 'nir',
        refused: { people: 30, of: 60 },
        rules: [{ rule: 'malformed' }, { rule: 'empty', rate: { people: 12 } }],
        silent: { people: 0 },
      },
      { screen: 'deux', field: 'montant', refused: { people: 0 }, silent: { people: 20, of: 60 } },
    ]);
  });

  it('times a screen with its leavers censored', () => {
    const times = [
      count('un', 'dwell-passed', 20, '10000'),
      count('un', 'dwell-passed', 20, '20000'),
      count('un', 'dwell-here', 40, '10000'),
    ];
    // 80 at risk, 20 pass: 75 %. 40 leave. 20 at risk, 20 pass: 0 %.
    expect(report([...population({ un: 40, deux: 0, trois: 0 }, 40), ...times]).screens[0]?.time).toEqual({
      from: 10_000,
      to: 20_000,
    });
  });

  it('adds editions of counts, and takes away what is negative', () => {
    const counts = population({ un: 30, deux: 21, trois: 20 }, 29);
    const twice = report([...counts, ...counts]);
    expect(twice.starters).toBe(200);
    expect(report([...counts, ...counts, ...counts.map((one) => ({ ...one, total: -one.total }))])).toEqual(
      report(counts),
    );
  });

  it('tells no rate that rests on 1 to 10 people, whatever the population', () => {
    const people = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(people, people, people, people, people, people, (one, two, three, finished, refused, helped) => {
        const starters = one + two + three + finished;
        const made = report([
          ...population({ un: one, deux: two, trois: three }, finished),
          count('un', 'refused', Math.min(refused, starters), 'empty', 'nir'),
          count('un', 'helped', Math.min(helped, starters)),
        ]);
        const rates = [
          ...made.screens.flatMap(({ left, helped: help, stuck }) => [left, help, stuck]),
          made.done,
          ...made.endings.map(({ rate }) => rate),
          ...made.fields.flatMap(({ refused: no, silent, rules }) => [no, silent, ...rules.map(({ rate }) => rate)]),
        ].filter((rate): rate is Rate => typeof rate !== 'string');
        for (const { people: hits, of, interval } of rates) {
          for (const group of [hits, of, of - hits]) expect(group === 0 || group >= leastPeople).toBe(true);
          expect(of).toBeGreaterThan(0);
          expect(interval.low).toBeLessThanOrEqual(hits / of);
        }
      }),
      { numRuns: 500 },
    );
  });
});
