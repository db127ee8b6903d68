import { useEffect } from 'react';

/**
 * Marks the page's root (`data-…`) while something holds, for the styles of what stands elsewhere in the page. A rule with
 * `:has()` would say the same, and have the browser look through the page at each change of it (decision 016).
 */
export function useRootMark(name: 'bannered' | 'exercise' | 'whisper', holds: boolean): void {
  useEffect(() => {
    if (!holds) return;
    const { dataset } = document.documentElement;
    dataset[name] = '';
    return () => {
      delete dataset[name];
    };
  }, [name, holds]);
}
