import { everyKind } from './identifiers/count.ts';
import { type Measure, within } from './measure.ts';

const each = 10_000;

/** The guard on real identifiers: what it lets through, and whom it accuses, by kind, over a drawn corpus. */
export async function measureGuard(): Promise<Measure[]> {
  return everyKind(each, 7).flatMap(({ kind, refused, accused, slipsAccused }) => [
    within(`guard, ${kind}: real-looking let through`, '%', (1 - refused) * 100, 0.5),
    within(`guard, ${kind}: harmless refused`, '%', accused * 100, 0.5),
    within(`guard, ${kind}: own slips refused`, '%', slipsAccused * 100, 0.5),
  ]);
}
