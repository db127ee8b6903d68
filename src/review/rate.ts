import type { EndingInput } from './count.ts';
import { leastPeople, type SafeCounts } from './suppress.ts';
import { type Interval, wilson } from './wilson.ts';

/** A share of people with its 95 % interval. Told only when both those counted and the others are nobody or 11+. */
export interface Rate {
  readonly people: number;
  readonly of: number;
  readonly share: number;
  readonly interval: Interval;
}

/** `few`: 1 to 10 people, or 1 to 10 others, or kept back with such a group. `base`: the screen's own count is kept back. `nobody`: nobody arrived. */
export type Kept = 'few' | 'base' | 'nobody';

export function rate(people: number, of: number): Rate {
  return { people, of, share: people / of, interval: wilson(people, of) };
}

/** What stands for a rate whose base is not told; `raw` is that base. */
export function base(raw: number | undefined): Kept {
  return raw === 0 ? 'nobody' : 'base';
}

/** The hazard of a screen: of those at risk (who arrived), those who left here. `raw`: how many arrived, told or not. */
export function hazard({ arrived, left }: SafeCounts, raw: number | undefined): Rate | Kept {
  if (arrived === null) return base(raw);
  if (arrived === 0) return 'nobody';
  return left === null ? 'few' : rate(left, arrived);
}

/** Of those who started, those who came to an ending; `people` is null when it is kept back. */
export function endedRate(people: number | null, starters: number): Rate | Kept {
  if (starters === 0) return 'nobody';
  if (starters < leastPeople) return 'base';
  return people === null ? 'few' : rate(people, starters);
}

/**
 * Of those who started, those who came to a successful ending, whichever. `ended`: what is told of each ending, in the
 * same order. A sum of what is told tells nothing new; a successful ending kept back keeps the sum back. « base » when
 * no ending is known to be a success: nobody can say, which is not 0 %.
 */
export function doneRate(
  endings: readonly EndingInput[],
  ended: readonly (number | null)[],
  starters: number,
): Rate | Kept {
  const successes = endings.flatMap(({ success }, i) => (success ? [ended[i] ?? null] : []));
  if (successes.length === 0) return base(starters);
  const people = successes.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  return endedRate(people, starters);
}
