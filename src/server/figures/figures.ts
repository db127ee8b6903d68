import { type Report, reportOf } from '#review';
import type { Outline } from '#training';
import { dwellBuckets } from '../counting/measures.ts';
import type { Reports } from '../counting/reports.ts';

/** An edition of a scenario that figures exist for. */
export interface Edition {
  readonly hash: string;
  /** Served now; the others are older. */
  readonly current: boolean;
}

export interface DesignerFigures {
  readonly editions: readonly Edition[];
  readonly shown: Edition;
  /** Already suppressed: safe to show and to download. */
  readonly report: Report;
}

/**
 * What a designer may see of one edition of a scenario, the served one when `hash` is null or unknown. All wordings
 * together. First tries only: somebody who comes back has already learned.
 */
export async function designerFigures(
  reports: Pick<Reports, 'editions' | 'counts' | 'underWay'>,
  outline: Outline,
  hash: string | null,
): Promise<DesignerFigures> {
  const known = reports.editions(outline.id);
  const edition = known.find((one) => one.hash === hash) ?? known[0];
  const shown: Edition = {
    hash: edition?.hash ?? outline.hash,
    current: (edition?.hash ?? outline.hash) === outline.hash,
  };
  const name = `${outline.id}@${shown.hash}`;
  const [counts, underWay] = await Promise.all([reports.counts(name), reports.underWay(name)]);
  const onTheWay = new Map<string, number>();
  for (const { firstTry, screen, runs } of underWay) {
    if (firstTry) onTheWay.set(screen, (onTheWay.get(screen) ?? 0) + runs);
  }
  return {
    editions: known.map((one) => ({ hash: one.hash, current: one.hash === outline.hash })),
    shown,
    report: reportOf({
      // An older edition may have screens that are gone: they come last, by their id.
      screens: shown.current
        ? outline.screens.map(({ id }) => id)
        : orderOf(Object.keys(edition?.screens ?? {}), outline),
      endings: edition?.endings ?? Object.keys(outline.endings),
      counts: counts.filter(({ firstTry }) => firstTry),
      onTheWay,
      buckets: dwellBuckets,
    }),
  };
}

/** Screens of an older edition, in today's order where they still exist. */
function orderOf(screens: readonly string[], outline: Outline): readonly string[] {
  const today = outline.screens.map(({ id }) => id).filter((id) => screens.includes(id));
  return [...today, ...screens.filter((id) => !today.includes(id))];
}
