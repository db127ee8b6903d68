import type { Placed } from '../compile/placed.ts';
import { isStale, monthsSince } from '../evidence.ts';
import { type Fault, fault } from '../fault.ts';
import type { Subject } from './check.ts';

/** « Documented » names its sources and says what they attest. */
export function checkEvidence({ today }: Subject, placed: Placed): readonly Fault[] {
  const { confidence, seen, sources = [], note } = placed.source.evidence;
  const faults: Fault[] = [];
  if (confidence === 'documented' && sources.length === 0)
    faults.push(fault('S050', placed.at(['evidence']), { screen: placed.id }));
  if (confidence === 'documented' && note === undefined)
    faults.push(fault('S052', placed.at(['evidence']), { screen: placed.id }));
  if (isStale(seen, today)) {
    const months = monthsSince(seen, today);
    faults.push(fault('S051', placed.at(['evidence', 'seen']), { screen: placed.id, months }));
  }
  return faults;
}
