import { expect, it } from 'vitest';
import { attempt, canSkip, climb, ladderAt, rungDelay, rungsShown, waitLeft } from './ladder.ts';

const climbed = (times: number) => {
  let ladder = ladderAt('a/n');
  for (let rung = 0; rung < times; rung++) ladder = climb(ladder, rung * rungDelay);
  return ladder;
};

it('climbs one rung at a time, in order, and stops at the top', () => {
  expect([1, 2, 3, 4, 5, 6].map((times) => climbed(times).rung)).toEqual([
    'reassure',
    'where',
    'what',
    'how',
    'human',
    'human',
  ]);
  expect(rungsShown(climbed(3))).toEqual(['reassure', 'where', 'what']);
});

it('waits eight seconds, or one attempt', () => {
  const first = climb(ladderAt('a/n'), 1000);
  expect(waitLeft(first, 2000)).toBe(7000);
  expect(climb(first, 8999)).toBe(first);
  expect(climb(first, 9000).rung).toBe('where');
  expect(climb(attempt(first, true), 1500).rung).toBe('where');
});

it('skips only after two failures, and never refuses a person', () => {
  const first = climb(ladderAt('a/n'), 0);
  expect(climb(first, 60_000, 'how')).toBe(first);
  const failed = attempt(attempt(first, true), true);
  expect(canSkip(failed)).toBe(true);
  expect(climb(failed, 100, 'how').rung).toBe('how');
  expect(canSkip(attempt(attempt(first, false), true))).toBe(false);
  expect(climb(first, 1, 'human').rung).toBe('human');
});
