import type { RunEvent } from '#recording';
import { detect } from './detect.ts';
import { type Episode, newDetector } from './state.ts';

export interface RunEpisode extends Episode {
  readonly run: string;
}

/**
 * The stuck episodes of recorded runs, recomputed: the same detector as on the device, on events in any order and sent
 * any number of times. One still open at the last event has `closed: null`. Runs come in the order of their first event.
 */
export function episodesOf(events: Iterable<RunEvent>): readonly RunEpisode[] {
  const runs = new Map<string, Map<number, RunEvent>>();
  for (const event of events) {
    const run = runs.get(event.run) ?? new Map<number, RunEvent>();
    run.set(event.seq, event);
    runs.set(event.run, run);
  }
  return [...runs].flatMap(([run, bySeq]) => {
    const ordered = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
    return ordered.reduce(detect, newDetector).episodes.map((episode) => ({ run, ...episode }));
  });
}
