import { startTransition, useEffect, useState } from 'react';
import type { SessionState } from '../../session/state.ts';
import { useSessionObject } from './session-context.ts';

/** What moves while hands are busy. */
type Moving = Pick<SessionState, 'run' | 'view' | 'events' | 'persona' | 'scenario' | 'today'>;

/** Quiet after something happened, ms. */
const quiet = 120;

/** The run as it stood when nothing had moved for a moment: whoever reads it slows neither the keys nor the next screen. */
export function useRested(): Moving {
  const { store } = useSessionObject();
  const [rested, rest] = useState<Moving>(store.getState);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = 0;
    // One timer at a time, however much moves: setting one costs a press more than looking again when it rings.
    const look = () => {
      const left = due - performance.now();
      timer = left > 0 ? setTimeout(look, left) : undefined;
      if (!timer) startTransition(() => rest(store.getState()));
    };
    const soon = () => {
      due = performance.now() + quiet;
      timer ??= setTimeout(look, quiet);
    };
    soon(); // what moved between the drawing and now
    const stop = store.subscribe((now, before) => {
      if (now.events !== before.events || now.view !== before.view) soon();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return rested;
}
