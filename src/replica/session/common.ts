import type { StoreApi } from 'zustand/vanilla';
import type { Happening } from '#recording';
import type { SessionState } from './state.ts';

/** What the parts of a session share. */
export interface Common {
  readonly store: StoreApi<SessionState>;
  /** The run's clock (run-clock.ts): it jumps, slows and stands still. Epoch ms. */
  readonly now: () => number;
  /** Says what happened, to the coach and to the outbox. */
  readonly record: (happening: Happening) => void;
}

/** The screen the run stands on: the first one, before it has begun. */
export const screenOf = ({ run, scenario }: SessionState): string => run?.view.screen?.id ?? scenario?.start ?? '';
