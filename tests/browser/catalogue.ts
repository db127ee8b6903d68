import { type Compiled, read } from './notes.ts';
import type { PlannedPlay } from './plan.ts';

/** What the site under test was built from, and what to drive of it: `before.ts` wrote them. */
export const catalogue = read<Compiled>('catalogue');
export const plan = read<Readonly<Record<string, readonly PlannedPlay[]>>>('plan');

/** A play that goes from an empty device to its end: the answers of the usual persona of a scenario. */
export function answerPath(id: string): PlannedPlay {
  const play = plan[id]?.[0];
  if (!play) throw new Error(`${id} is missing from the catalogue`);
  return play;
}
