import type { KeptRun, RunShelf } from './kept-run.ts';

/** Changes gather this long before they are written, ms. */
const gather = 200;

/** Writes the run on the shelf: soon after it changed, or now. */
export class Keeper {
  readonly #collect: () => KeptRun | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where to; nothing is written before it is open. */
  shelf: RunShelf | null = null;

  /** `collect`: what may be kept now, or null when this tab has nothing to keep. */
  constructor(collect: () => KeptRun | null) {
    this.#collect = collect;
  }

  soon(): void {
    this.stop();
    this.#timer = setTimeout(() => this.now(), gather);
  }

  now(): void {
    this.stop();
    const kept = this.#collect();
    if (kept) void this.shelf?.put(kept);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
