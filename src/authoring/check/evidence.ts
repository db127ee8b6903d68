import type { Placed } from '../compile/placed.ts';
import { isStale, monthsSince } from '../evidence.ts';
import { type Fault, fault } from '../faults/fault.ts';
import type { Subject } from './check.ts';

/** « Documented » names its sources and says what they attest. */
export function checkEvidence({ assembled, today }: Subject, placed: Placed): readonly Fault[] {
  const { confidence, seen, sources = [], note } = placed.source.evidence;
  const faults: Fault[] = [];
  if (confidence === 'documented' && sources.length === 0)
    faults.push(fault('S050', placed.at(['evidence']), { screen: placed.id }));
  if (confidence === 'documented' && note === undefined)
    faults.push(fault('S052', placed.at(['evidence']), { screen: placed.id }));
  // An edition shows a form of its own time: what is known of it is old only if seen long before that.
  const { edition, replicates } = assembled.file.data;
  const on = edition ? replicates.asOf : today;
  if (isStale(seen, on))
    faults.push(fault('S051', placed.at(['evidence', 'seen']), { screen: placed.id, months: monthsSince(seen, on) }));
  return faults;
}
