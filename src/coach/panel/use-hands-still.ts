import { type RefObject, useEffect, useRef } from 'react';

/**
 * When a key was last pressed anywhere on the page (by `elapsed`), so that the coach neither speaks nor moves
 * its pointer while hands are busy. Only the time is looked at, and it stays here.
 */
export function useLastKey(elapsed: () => number): RefObject<number> {
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Leaving a field is the end of typing.
      last.current = event.key === 'Tab' || event.key === 'Enter' ? Number.NEGATIVE_INFINITY : elapsed();
    };
    document.addEventListener('keydown', onKey, { capture: true, passive: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [elapsed]);
  return last;
}
