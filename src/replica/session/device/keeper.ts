import type { KeptRun, RunShelf } from './kept-run.ts';

/** Changes gather this long before they are written, ms. */
const gather = 200;

/** Writes the run on the shelf. */
export interface Keeper {
  /** It has changed: with what else changes in a moment. */
  soon(): void;
  now(): void;
  stop(): void;
}

/** `collect`: what may be kept now, or null when this tab has nothing to keep. */
export function createKeeper(shelf: () => RunShelf | null, collect: () => KeptRun | null): Keeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    stop();
    const kept = collect();
    if (kept) void shelf()?.put(kept);
  };
  return {
    soon() {
      timer ??= setTimeout(now, gather);
    },
    now,
    stop,
  };
}
