import { episodesOf } from '../detector/episodes.ts';
import type { SimulatedRun } from './learner.ts';

/** An alert within this time after the end of a true episode still counts as about it. Milliseconds. */
const grace = 5000;

export interface Score {
  readonly truths: number;
  readonly alerts: number;
  readonly precision: Share;
  readonly recall: Share;
  readonly medianDelay: number;
  readonly p90Delay: number;
  readonly falseAlarmsPerHour: number;
  readonly hours: number;
  /** Leavers without an open alert in their last minute. */
  readonly missedLeavers: Share;
  /** Alerts that hit nothing, and truths that were missed, by family or strategy. */
  readonly falseBy: Readonly<Record<string, number>>;
  readonly missedBy: Readonly<Record<string, number>>;
}

export interface Share {
  readonly of: number;
  readonly rate: number;
  /** Lower bound of Wilson's 95 % interval. */
  readonly low: number;
}

/** Scores the detector per episode, at the prevalence that the runs have. */
export function scoreOf(runs: readonly SimulatedRun[]): Score {
  const delays: number[] = [];
  const falseBy: Record<string, number> = {};
  const missedBy: Record<string, number> = {};
  let [alerts, hits, truths, found, leavers, warned, length] = [0, 0, 0, 0, 0, 0, 0];
  for (const run of runs) {
    length += run.length;
    const episodes = episodesOf(run.events);
    alerts += episodes.length;
    for (const { opened } of episodes) {
      if (run.truths.some(({ from, to }) => opened >= from && opened <= to + grace)) hits++;
      else count(falseBy, run.family);
    }
    for (const truth of run.truths) {
      truths++;
      // One alert an episode: it may have opened before, and still be open.
      const about = episodes.find(
        ({ opened, closed }) =>
          opened <= truth.to + grace && (opened >= truth.from || (closed ?? Number.POSITIVE_INFINITY) >= truth.to),
      );
      if (about) {
        found++;
        delays.push(Math.max(0, about.opened - truth.from));
      } else count(missedBy, truth.strategy);
      if (truth.left) {
        leavers++;
        if (about) warned++;
      }
    }
  }
  delays.sort((a, b) => a - b);
  return {
    truths,
    alerts,
    precision: share(hits, alerts),
    recall: share(found, truths),
    medianDelay: delays[Math.floor(delays.length / 2)] ?? 0,
    p90Delay: delays[Math.floor(delays.length * 0.9)] ?? 0,
    falseAlarmsPerHour: (alerts - hits) / (length / 3_600_000),
    hours: length / 3_600_000,
    missedLeavers: share(leavers - warned, leavers),
    falseBy,
    missedBy,
  };
}

function count(into: Record<string, number>, key: string): void {
  into[key] = (into[key] ?? 0) + 1;
}

function share(part: number, of: number): Share {
  if (of === 0) return { of, rate: 0, low: 0 };
  const z = 1.96;
  const rate = part / of;
  const centre = rate + (z * z) / (2 * of);
  const spread = z * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of));
  return { of, rate, low: (centre - spread) / (1 + (z * z) / of) };
}
