import { describe, expect, it } from 'vitest';
import { type BoardLearner, boardOf, type LatestRun, type Outline } from './index.ts';

const now = 1_000_000_000;
const minute = 60_000;

const outline: Outline = {
  id: 'essai/essai',
  hash: '0',
  title: 'Essayer',
  service: 'Essai',
  minutes: 10,
  difficulty: 'debutant',
  personas: [],
  themes: [],
  screens: [
    { id: 'a', title: 'Écran A', left: 3, fields: { nir: 'Numéro', grille: 'Montants' } },
    { id: 'b', title: 'Écran B', left: 1, fields: {} },
    { id: 'impasse', title: 'Impasse', left: null, fields: {} },
  ],
  endings: { fini: { title: 'Fini', meaning: 'reussi' }, refus: { title: 'Refus', meaning: 'bloque' } },
  variants: [],
  length: 3,
};
const outlines = new Map([[outline.id, outline]]);

const run = (more: Partial<LatestRun> = {}): LatestRun => ({
  scenario: outline.id,
  level: 'je-demande',
  startedAt: now - 5 * minute,
  lastSeen: now - 1000,
  screen: 'a',
  ending: null,
  leave: null,
  stuck: null,
  hand: null,
  ...more,
});
const learner = (nickname: string, more: Partial<LatestRun> | null): BoardLearner => ({
  id: nickname,
  nickname,
  run: more === null ? null : run(more),
});
const standing = (more: Partial<LatestRun>) => {
  const { helpFirst, others } = boardOf([learner('x', more)], outlines, now);
  return (helpFirst[0] ?? others[0])?.standing;
};

describe('boardOf', () => {
  it('is empty without learners', () => {
    expect(boardOf([], outlines, now)).toEqual({
      helpFirst: [],
      others: [],
      counts: { here: 0, started: 0, toHelp: 0, done: 0 },
    });
  });

  it('puts hands first, then who has been stuck for longest, and leaves the others in place', () => {
    const stuck = (minutes: number) =>
      ({ stuck: { since: now - minutes * minute, screen: 'a', rules: ['wandering'], field: null } }) as const;
    const board = boardOf(
      [
        learner('a', {}),
        learner('b', stuck(1)),
        learner('c', stuck(4)),
        learner('d', { hand: { since: now, screen: 'b' } }),
        learner('e', null),
      ],
      outlines,
      now,
    );
    expect(board.helpFirst.map(({ nickname }) => nickname)).toEqual(['d', 'c', 'b']);
    expect(board.others.map(({ nickname }) => nickname)).toEqual(['a', 'e']);
    expect(board.counts).toEqual({ here: 5, started: 4, toHelp: 3, done: 0 });
  });

  it('says on which field somebody is stuck, a grid’s cell included', () => {
    const on = (field: string | null) =>
      standing({ stuck: { since: now - 2 * minute, screen: 'a', rules: ['same-rule-again'], field } });
    expect(on('nir')).toEqual({
      kind: 'stuck',
      since: now - 2 * minute,
      minutes: 2,
      rule: 'same-rule-again',
      field: 'Numéro',
    });
    expect(on('grille/amina.salaires.-2')).toMatchObject({ field: 'Montants' });
    expect(on('ailleurs')).toMatchObject({ field: null });
  });

  it('tells an end from a departure, and a departure from a silence', () => {
    expect(standing({ ending: 'fini' })).toEqual({ kind: 'ended', meaning: 'reussi' });
    expect(standing({ ending: 'abandon' })).toEqual({ kind: 'ended', meaning: 'abandon' });
    expect(standing({ leave: 'stuck' })).toEqual({ kind: 'left', reason: 'stuck' });
    expect(standing({ lastSeen: now - 7 * minute })).toEqual({ kind: 'away', minutes: 7 });
    expect(standing({ lastSeen: now - 2 * minute })).toEqual({ kind: 'going' });
  });

  it('counts screens behind on the way to the end; none where no way leads there', () => {
    const progress = (more: Partial<LatestRun>) => boardOf([learner('x', more)], outlines, now).others[0]?.progress;
    expect(progress({ screen: 'a' })).toEqual({ done: 0, of: 3 });
    expect(progress({ screen: 'b' })).toEqual({ done: 2, of: 3 });
    expect(progress({ screen: 'impasse' })).toBeNull();
    expect(progress({ screen: null, ending: 'fini' })).toEqual({ done: 3, of: 3 });
    expect(progress({ screen: null, ending: 'refus' })).toBeNull();
  });

  it('stops the clock when the learner has stopped', () => {
    const minutes = (more: Partial<LatestRun>) => boardOf([learner('x', more)], outlines, now).others[0]?.minutes;
    expect(minutes({})).toBe(5);
    expect(minutes({ ending: 'fini', lastSeen: now - 3 * minute })).toBe(2);
  });

  it('still shows a run of a scenario that is no longer there', () => {
    const [row] = boardOf([learner('x', { scenario: 'parti/parti' })], outlines, now).others;
    expect(row).toMatchObject({ scenario: 'parti/parti', screen: 'a', progress: null });
  });
});
