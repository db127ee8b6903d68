import { expect, it } from 'vitest';
import type { Block } from '#engine';
import { inSight } from './in-sight.ts';

const paragraph = (lines: number): Block => ({ kind: 'paragraph', text: 'x'.repeat(36 * (lines - 1)) });
const card = (...blocks: Block[]): Block => ({ kind: 'card', title: 'Mon dossier', blocks });

it('keeps a short page whole, the same object, so that it is drawn once', () => {
  const blocks = [paragraph(3), card(paragraph(4), paragraph(2))];
  expect(inSight(blocks)).toBe(blocks);
  expect(inSight([])).toEqual([]);
});

it('leaves for later what begins under a phone’s screen, or shows little of itself there', () => {
  const blocks = [paragraph(8), paragraph(7), paragraph(6), paragraph(2)];
  expect(inSight(blocks)).toHaveLength(2);
  expect(inSight([paragraph(8), card(paragraph(9), paragraph(9)), paragraph(2)])).toHaveLength(1);
  expect(inSight([paragraph(4), card(paragraph(9), paragraph(9)), paragraph(2)])).toHaveLength(2);
});

it('never leaves a page empty, however high its first block', () => {
  expect(inSight([paragraph(200), paragraph(2)])).toEqual([paragraph(200)]);
});
