import fc from 'fast-check';
import type { Chance } from '../../src/coach/simulated/chance.ts';
import { smallEdition } from '../../src/server/testing/ids.ts';
import { story } from '../../src/server/testing/stories.ts';
import { hostile, mutateData, mutateText } from './mutate.ts';

/** What is sent, and whether it is anything else than the sound batch it was made of. */
export interface Body {
  readonly text: string;
  readonly changed: boolean;
}

/**
 * Draws bodies that no device of ours would send, made from real batches: malformed, truncated, oversized, replayed,
 * reordered, hostile. Now and then a sound one, so that there is something to replay and to disturb.
 */
export function bodiesFrom(draw: Chance, seed: number): () => Body {
  const stories = fc.sample(story, { seed, numRuns: 300 });
  const replays: string[] = [];
  const hex = (): string => Array.from({ length: 32 }, () => draw.pick([...'0123456789abcdef'])).join('');
  const devices = Array.from({ length: 20 }, hex);
  const runs = Array.from({ length: 400 }, () => ({ run: hex(), secret: hex(), device: draw.pick(devices) }));

  const next = (): Body => {
    const { events } = draw.pick(stories);
    const from = Math.floor(draw.unit() * events.length);
    const piece = events.slice(from, from + 1 + Math.floor(draw.unit() * 10));
    const batch = { ...draw.pick(runs), scenario: smallEdition, events: piece };
    const sound = JSON.stringify(batch);
    const changed = (text: string): Body => ({ text, changed: text !== sound });
    const data = (more: object): Body => changed(JSON.stringify({ ...batch, ...more }));
    return draw.pick<() => Body>([
      () => changed(sound),
      () => changed(JSON.stringify(mutateData(draw, batch))),
      () => changed(JSON.stringify(mutateData(draw, mutateData(draw, mutateData(draw, batch))))),
      () => changed(mutateText(draw, sound)),
      () => changed(mutateText(draw, mutateText(draw, sound))),
      () => data({ events: [...piece].reverse() }),
      () => data({ events: [...piece, ...piece] }),
      () => data({ secret: hex() }),
      () => data({ learner: hex(), token: hex() }),
      () => data({ events: Array.from({ length: 2 + Math.floor(draw.unit() * 1200) }, () => piece[0]) }),
      () => (replays.length > 0 ? { text: draw.pick(replays), changed: true } : changed(sound)),
      () => changed(mutateText(draw, draw.pick(hostile))),
      () => changed(`${'['.repeat(1 + Math.floor(draw.unit() * 2000))}${sound}`),
    ])();
  };

  return () => {
    const body = next();
    if (draw.whether(0.05)) replays[Math.min(replays.length, Math.floor(draw.unit() * 200))] = body.text;
    return body;
  };
}
