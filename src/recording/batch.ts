import type { RunEvent } from './event.ts';
import type { SentRun } from './outbox-store.ts';

/** Learner and token given when joining a group. */
export interface Membership {
  readonly learner: string;
  readonly token: string;
}

/** Under the 64 kB that a browser lets go of with a closing page (measured: 60,000 pass, 70,000 do not). */
const largestBatch = 48_000; // bytes
/** How many are read at a time. */
export const mostEvents = 300;

/** As many of a run's events, oldest first, as one batch may hold: its body, and which they are. */
export function packBatch(
  run: SentRun,
  device: string,
  events: readonly RunEvent[],
  membership: Membership | null,
): { readonly body: string; readonly taken: readonly RunEvent[] } {
  const head = { run: run.id, secret: run.secret, scenario: run.scenario, device, ...membership };
  let size = JSON.stringify(head).length + 20;
  const taken: RunEvent[] = [];
  for (const event of events) {
    size += new Blob([JSON.stringify(event)]).size + 1;
    if (size > largestBatch && taken.length > 0) break;
    taken.push(event);
  }
  // The run is said once for all.
  const body = JSON.stringify({ ...head, events: taken.map(({ run: _, ...event }) => event) });
  return { body, taken };
}

/**
 * What the server made of a batch. Only an answer in our server's own words lets go of events: a hotel's sign-in page
 * says 200 to everything.
 */
export async function readVerdict(answer: Response): Promise<'settled' | 'later' | 'keep'> {
  const said: unknown = await answer.json().catch(() => null);
  if (typeof said !== 'object' || said === null) return 'keep';
  if (answer.ok) return 'stored' in said && typeof said.stored === 'number' ? 'settled' : 'keep';
  // A batch that will never pass must not block those behind it.
  switch ('refused' in said ? said.refused : null) {
    case 'unknown-scenario':
      return 'later';
    case 'malformed':
    case 'wrong-secret':
    case 'other-scenario':
    case 'too-large':
      return 'settled';
    default:
      return 'keep';
  }
}
