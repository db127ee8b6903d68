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
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => startTransition(() => rest(store.getState())), quiet);
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
