import { expect, it } from 'vitest';
import { beside, interleave, median, quantile, told, within, worst } from './measure.ts';

it('takes the middle, between two when they are even', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(quantile([0, 10, 20, 30, 40], 0.95)).toBe(38);
});

it('takes the worst, of nothing none', () => {
  expect(worst([3, 20, 1])).toBe(20);
  expect(worst([])).toBeNaN();
});

it('runs the ways in turn and changes who begins', async () => {
  const order: string[] = [];
  const way = (name: string) => () => {
    order.push(name);
    return Promise.resolve(order.length);
  };
  expect(await interleave(2, { a: way('a'), b: way('b') })).toEqual({ a: [1, 4], b: [2, 3] });
  expect(order).toEqual(['a', 'b', 'b', 'a']);
});

it('judges a ratio at most, at least, and a figure; nothing measured is never within', () => {
  expect(beside('x', 'ms', 12, 10, 'peer', { atMost: 1.2 })).toMatchObject({ ratio: 1.2, ok: true });
  expect(beside('x', 'ms', 13, 10, 'peer', { atMost: 1.2 }).ok).toBe(false);
  expect(beside('x', 'events/s', 39, 100, 'peer', { atLeast: 0.4 }).ok).toBe(false);
  expect(within('x', 'MB', 181, 180).ok).toBe(false);
  expect(within('x', 'MB', median([]), 180).ok).toBe(false);
});

it('tells a figure that no budget judges, unless it is missing', () => {
  expect(told('x', 'ms', 1000)).toMatchObject({ ours: 1000, ok: true });
  expect(told('x', 'ms', worst([])).ok).toBe(false);
});
