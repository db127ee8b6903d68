import type { Placed } from '../compile/placed.ts';
import { type Fault, fault } from '../fault.ts';
import type { Subject } from './check.ts';

/** Months after which what is known of a screen is shown as stale. */
const staleAfter = 36;

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
  const months = monthsBetween(seen, edition ? replicates.asOf : today);
  if (months > staleAfter) faults.push(fault('S051', placed.at(['evidence', 'seen']), { screen: placed.id, months }));
  return faults;
}

function monthsBetween(from: string, to: string): number {
  const count = (text: string) => {
    const [year = 0, month = 1] = text.split('-').map(Number);
    return year * 12 + month;
  };
  return count(to) - count(from);
}
