import { useEffect, useReducer } from 'react';
import type { Block } from '#engine';

type Parts = typeof import('./parts.ts');

const kinds: ReadonlySet<string> = new Set(['summary', 'table', 'date', 'file', 'grid', 'typeahead', 'captcha']);
/** How long before another try when the script did not come, ms. */
const again = 3000;

let parts: Parts | null = null;

/** Brings the parts that few screens have. */
export async function loadLateParts(): Promise<void> {
  parts = await import('./parts.ts');
}

/** The parts, once they have come: `null` before, and then the screen that has them shows that it is loading. */
export const lateParts = (): Parts | null => parts;

/** Whether some block is drawn by a part that comes late. */
export const needsLateParts = (blocks: readonly Block[]): boolean =>
  blocks.some(
    (block) =>
      kinds.has(block.kind === 'field' ? block.input : block.kind) ||
      ('blocks' in block && needsLateParts(block.blocks)),
  );

/** True as long as a screen must wait for them. */
export function useLateParts(needed: boolean): boolean {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const waits = needed && parts === null;
  useEffect(() => {
    if (!waits) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const bring = () => {
      loadLateParts().then(
        () => over || redraw(),
        () => {
          if (!over) timer = setTimeout(bring, again);
        },
      );
    };
    bring();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [waits]);
  return waits;
}
