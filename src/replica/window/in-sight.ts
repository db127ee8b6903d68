import { startTransition, useEffect, useState } from 'react';
import type { Block } from '#engine';

/** Lines that a phone shows of a page as it opens, its title aside. */
const sight = 16;
const letters = 36; // in a line of a phone

const linesOf = (text: string | undefined): number => Math.ceil((text?.length ?? 0) / letters);
const sum = (lines: readonly number[]): number => lines.reduce((all, each) => all + each, 0);

/** About how many lines a block takes on a phone. A wrong guess only draws it a frame sooner or later. */
function height(block: Block): number {
  if ('blocks' in block) return 2 + (block.kind === 'foldout' ? 0 : sum(block.blocks.map(height)));
  switch (block.kind) {
    case 'list':
      return sum(block.items.map(linesOf));
    case 'image':
      return 6;
    case 'summary':
    case 'table':
      return 2 * block.rows.length;
    case 'field': {
      if (block.input === 'grid') return sight;
      const options = 'options' in block ? block.options.length : 1;
      return linesOf(block.label) + linesOf(block.hint) + 2 * options;
    }
    case 'notice':
    case 'paragraph':
      return 1 + linesOf(block.text);
    default:
      return 2;
  }
}

/** The blocks that can be seen as a page opens; all of them when it is short. */
export function inSight(blocks: readonly Block[]): readonly Block[] {
  let above = 0;
  const end = blocks.findIndex((block) => {
    const below = above > 0 && above + height(block) / 2 > sight;
    above += height(block);
    return below;
  });
  return end < 0 ? blocks : blocks.slice(0, end);
}

/**
 * Draws a page that opens in two times: what can be seen at once, the rest in the next frame. On a poor phone a long
 * page would else take twice the tenth of a second within which a press seems answered. Returns what to draw now.
 */
export function useInSight(blocks: readonly Block[], opens: boolean): readonly Block[] {
  const [whole, setWhole] = useState(!opens || inSight(blocks) === blocks);
  useEffect(() => {
    if (!whole) startTransition(() => setWhole(true));
  }, [whole]);
  return whole ? blocks : inSight(blocks);
}
