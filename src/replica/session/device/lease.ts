import type { RunShelf } from './kept-run.ts';

/** How long a silent owner keeps a run, and how often a living one says so, ms. */
const term = 8000;
const beat = 2500;
/** How long to wait for the owner to answer before believing it gone, ms. */
const patience = 400;

type Word = { readonly kind: 'who' | 'mine' | 'taken'; readonly scenario: string; readonly tab: string };

export interface Lease {
  /** True when this tab owns the run now. */
  take(force?: boolean): Promise<boolean>;
  release(): void;
}

/**
 * One tab owns a run (DESIGN §13.8). The lease in the database says who; the channel tells at once a living owner from
 * one whose tab was closed or reloaded, and tells it when it has lost the run. `onLost` is called then.
 */
export function createLease(
  scenario: string,
  tab: string,
  shelf: RunShelf,
  onLost: () => void,
  now: () => number,
): Lease {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('replique-runs');
  let owner = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let heard: (() => void) | undefined;
  const say = (kind: Word['kind']) => channel?.postMessage({ kind, scenario, tab } satisfies Word);

  const lose = () => {
    if (!owner) return;
    owner = false;
    clearInterval(timer);
    onLost();
  };

  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (data.scenario !== scenario || data.tab === tab) return;
    if (data.kind === 'who' && owner) say('mine');
    if (data.kind === 'mine') heard?.();
    if (data.kind === 'taken') lose();
  });

  /** Resolves to true when the owner in the database answers. */
  const ownerLives = () =>
    new Promise<boolean>((resolve) => {
      if (!channel) return resolve(true);
      const wait = setTimeout(() => resolve(false), patience);
      heard = () => {
        clearTimeout(wait);
        resolve(true);
      };
      say('who');
    });

  return {
    async take(force = false) {
      const lease = (hard: boolean) => shelf.lease(scenario, tab, now() + term, hard, now());
      owner = (await lease(force)) || (!(await ownerLives()) && (await lease(true)));
      if (!owner) return false;
      if (force) say('taken');
      clearInterval(timer);
      timer = setInterval(() => {
        void shelf.lease(scenario, tab, now() + term, false, now()).then((kept) => kept || lose());
      }, beat);
      return true;
    },
    release() {
      if (owner) void shelf.release(scenario, tab);
      owner = false;
      clearInterval(timer);
      channel?.close();
    },
  };
}
