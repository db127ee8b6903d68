import type { RunCard } from './card.ts';

/** How many times slower time passes for whoever asks for more of it: what WCAG 2.2.1 asks of a limit that is extended. */
const slower = 10;

/** How the run's clock goes, and since when (epoch ms, device clock). */
export interface Pace {
  readonly since: number;
  /** It stands still: no limit comes nearer, no message arrives. */
  readonly paused: boolean;
  /** It goes slower: every limit of every screen lasts ten times longer. */
  readonly slow: boolean;
}

/** The run's clock: the device's, plus jumps, minus what was paused or slowed. It never goes back by itself. */
export interface RunClock {
  /** Epoch ms. */
  now(): number;
  jump(ms: number): void;
  /** From now on. */
  go(how: Partial<Omit<Pace, 'since'>>): void;
  /** What is to be kept of it, for a later page: a pause lasts while the page is closed. */
  kept(): Pick<RunCard, 'jumped' | 'pace'>;
}

export function createRunClock(
  { jumped, pace = { since: 0, paused: false, slow: false } }: Pick<RunCard, 'jumped' | 'pace'>,
  device: () => number,
): RunClock {
  const now = () => {
    const at = device();
    const rate = pace.paused ? 0 : pace.slow ? 1 / slower : 1;
    return Math.floor(at + jumped + (rate - 1) * (at - pace.since));
  };
  return {
    now,
    jump(ms) {
      jumped += ms;
    },
    go(how) {
      const since = device();
      jumped = now() - since;
      pace = { ...pace, ...how, since };
    },
    kept: () => ({ jumped, pace }),
  };
}
