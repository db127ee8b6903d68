import { describe, expect, it } from 'vitest';
import type { Happening, RunEvent } from '#recording';
import { detect } from './detect.ts';
import { advance } from './silence.ts';
import { newDetector, openEpisode, stateOf } from './state.ts';
import {
  answered,
  back,
  entered,
  inert,
  pressed,
  refused,
  right,
  type Step,
  shown,
  trace,
  typing,
  wrong,
} from './trace.fixture.ts';

const replay = (events: readonly RunEvent[]) => events.reduce(detect, newDetector);
/** Episodes as [opened, closed, field, rules], in seconds. */
const told = (...steps: Step[]) =>
  replay(trace(...steps)).episodes.map(({ opened, closed, field, rules }) => [
    opened / 1000,
    closed === null ? null : closed / 1000,
    field,
    rules,
  ]);

describe('R1, the same rule again', () => {
  it('opens at the third time, and a right entry closes it', () => {
    const steps = [
      [0, shown('a')],
      [5, wrong('date', 1, 'mois-jour')],
      [12, wrong('date', 2, 'mois-jour')],
      [20, wrong('date', 3, 'mois-jour')],
      [30, right('date')],
    ] as const;
    expect(told(...steps)).toEqual([[20, 30, 'date', ['same-rule-again']]]);
  });

  it('starts again at another mistake', () => {
    expect(
      told(
        [0, shown('a')],
        [5, wrong('date', 1, 'x')],
        [9, wrong('date', 2, 'y')],
        [13, wrong('date', 3, 'x')],
        [17, right('date')],
      ),
    ).toEqual([]);
  });

  it('takes a shaky double press for one', () => {
    expect(
      told([0, shown('a')], [5, refused('nir')], [5.4, refused('nir')], [5.8, refused('nir')], [14, right('nir')]),
    ).toEqual([]);
  });
});

it('R2: coming back to a value left before, twice, is a search without end', () => {
  const steps = [
    [0, shown('a')],
    [4, wrong('n', 1, 'x')],
    [9, wrong('n', 2, 'y')],
    [14, wrong('n', 1, 'x')],
  ] as const;
  expect(told(...steps)).toEqual([]);
  expect(told(...steps, [19, wrong('n', 2, 'y')])).toEqual([[19, null, 'n', ['oscillation']]]);
});

describe('R3, the long silence', () => {
  it('opens at the exact instant, however rarely the clock is read', () => {
    const events = trace([0, shown('a')], [2, entered('n')]);
    const ticked = [10, 22, 60, 66, 67, 90].reduce((state, seconds) => advance(state, seconds * 1000), replay(events));
    const once = advance(replay(events), 90_000);
    expect(ticked.episodes).toEqual(once.episodes);
    expect(openEpisode(once)).toMatchObject({ opened: 65_000, field: 'n', rules: ['long-silence'] });
  });

  it('is longer for slow hands', () => {
    const slow = Array.from({ length: 10 }, (_, i): [number, Happening][] => [
      [i * 60 + 1, entered(`f${i}`)],
      [i * 60 + 19, typing(`f${i}`)],
      [i * 60 + 57, right(`f${i}`)],
    ]).flat();
    expect(told([0, shown('a')], ...slow, [620, entered('n')], [700, typing('n')])).toEqual([]);
    expect(told([0, shown('a')], [2, entered('n')], [82, typing('n')])).toMatchObject([
      [65, null, 'n', ['long-silence']],
    ]);
  });

  it('does not count time with the page hidden, a hand raised, or nobody there', () => {
    expect(told([0, shown('a')], [5, { type: 'PageHidden' }], [300, { type: 'PageShown' }], [310, right('n')])).toEqual(
      [],
    );
    expect(
      told(
        [0, shown('a')],
        [5, { type: 'HandRaised', screen: 'a' }],
        [300, { type: 'HandLowered', screen: 'a' }],
        [310, right('n')],
      ),
    ).toEqual([]);
    expect(told([0, shown('a')], [5000, { type: 'RunResumed' }], [5010, right('n')])).toEqual([]);
  });

  it('leaves time to read a paper', () => {
    expect(told([0, shown('a')], [5, { type: 'PaperOpened', paper: 'carte' }], [95, typing('n')])).toEqual([]);
  });
});

it('R4: touching what does nothing is looking for the way on; words and doubles do not count', () => {
  expect(told([0, shown('a')], [2, inert()], [4, inert()], [6, inert()], [8, inert()])).toMatchObject([
    [8, null, null, ['inert-clicks']],
  ]);
  expect(told([0, shown('a')], [2, inert('text')], [4, inert('text')], [6, inert('text')], [8, inert('text')])).toEqual(
    [],
  );
  expect(told([0, shown('a')], [2, inert()], [2.3, inert()], [4, inert()], [4.2, inert()])).toEqual([]);
});

it('R5: going round the same pages is wandering; a first visit of each is not', () => {
  const round: [number, Happening][] = ['a', 'b', 'a', 'b', 'a', 'b', 'a'].flatMap(
    (screen, i): [number, Happening][] => [
      [i * 4, back(screen)],
      [i * 4, shown(screen)],
    ],
  );
  expect(told(...round)).toMatchObject([[20, null, null, ['wandering']]]);
  expect(
    told(...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((screen, i): [number, Happening] => [i * 4, shown(screen)])),
  ).toEqual([]);
});

it('R6: the same error after help', () => {
  const help: Happening = { type: 'HintShown', screen: 'a', field: 'n', rung: 'what', asked: true };
  expect(told([0, shown('a')], [3, wrong('n', 1, 'x')], [8, help], [15, wrong('n', 2, 'x')])).toMatchObject([
    [15, null, 'n', ['help-then-same-error', 'same-rule-again']],
  ]);
  expect(told([0, shown('a')], [8, help], [15, wrong('n', 1, 'x')])).toEqual([]);
});

describe('R7, stuck on the send button', () => {
  it('opens when the same thing is sent again and again', () => {
    expect(
      told(
        [0, shown('a')],
        [4, pressed('go')],
        [5, answered('no')],
        [9, pressed('go')],
        [10, answered('no')],
        [14, pressed('go')],
        [15, answered('no')],
      ),
    ).toEqual([]);
    const thrice = [
      [0, shown('a')],
      [4, pressed('go')],
      [5, answered('no')],
      [9, pressed('go')],
      [10, answered('no')],
      [14, pressed('go')],
      [15, answered('no')],
      [18, entered('n')],
    ] as const;
    expect(told(...thrice)).toMatchObject([[15.5, null, null, ['stuck-on-send']]]);
  });

  it('does not open when each press leads on, or each brings a right entry', () => {
    expect(
      told(
        ...['b', 'c', 'd', 'e', 'f'].flatMap((screen, i): [number, Happening][] => [
          [i * 5, pressed('go')],
          [i * 5 + 1, answered('ok')],
          [i * 5 + 1, shown(screen)],
        ]),
      ),
    ).toEqual([]);
    expect(
      told(
        [0, shown('a')],
        ...[1, 2, 3, 4, 5].flatMap((i): [number, Happening][] => [
          [i * 8, refused(`f${i}`, 'empty')],
          [i * 8 + 5, right(`f${i}`)],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('episodes', () => {
  const stuck = [
    [0, shown('a')],
    [4, wrong('n', 1, 'x')],
    [8, wrong('n', 2, 'x')],
    [12, wrong('n', 3, 'x')],
  ] as const;

  it('two weak signs of different rules are enough, one is not', () => {
    expect(told([0, shown('a')], [4, wrong('n', 1, 'x')], [8, wrong('n', 2, 'x')])).toEqual([]);
    expect(
      told([0, shown('a')], [4, wrong('n', 1, 'x')], [8, wrong('n', 2, 'x')], [10, inert()], [12, inert()]),
    ).toMatchObject([[12, null, 'n', ['same-rule-again', 'inert-clicks']]]);
  });

  it('close when the learner moves on, or leaves, not when they go back', () => {
    expect(told(...stuck, [20, shown('b')])).toEqual([[12, 20, 'n', ['same-rule-again']]]);
    expect(told(...stuck, [20, { type: 'RunLeft', screen: 'a', reason: 'stuck' }])).toEqual([
      [12, 20, 'n', ['same-rule-again']],
    ]);
    expect(told(...stuck, [20, back('a')], [20, shown('z')])).toEqual([[12, null, 'n', ['same-rule-again']]]);
  });

  it('leave 30 seconds between two openings, then open at once if the signs still stand', () => {
    const again = [
      ...stuck,
      [14, right('n')],
      [16, wrong('m', 1, 'y')],
      [19, wrong('m', 2, 'y')],
      [22, wrong('m', 3, 'y')],
      [60, right('m')],
    ] as const;
    expect(told(...again)).toMatchObject([
      [12, 14, 'n', {}],
      [42, 60, 'm', {}],
    ]);
  });
});

it('tells four states', () => {
  const at = (...steps: Step[]) => stateOf(replay(trace(...steps)));
  expect(at([0, shown('a')], [3, right('n')])).toBe('progressing');
  expect(at([0, shown('a')], [3, wrong('n', 1, 'x')], [6, wrong('n', 2, 'x')])).toBe('difficulty');
  expect(at([0, shown('a')], [3, wrong('n', 1, 'x')], [6, wrong('n', 2, 'x')], [9, wrong('n', 3, 'x')])).toBe('stuck');
  expect(at([0, shown('a')], [3, { type: 'RunLeft', screen: 'a', reason: 'unsaid' }])).toBe('gone');
  expect(stateOf(advance(replay(trace([0, shown('a')])), 700_000))).toBe('gone');
});
