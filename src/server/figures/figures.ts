import type { Kysely } from 'kysely';
import { compareGroups, type GroupReport, type Report, reportOf } from '#review';
import type { Outline } from '#training';
import type { CountRow } from '../counting/counts.ts';
import { contribute, dwellBuckets, figureOf } from '../counting/measures.ts';
import { type Reports, stillAtWork } from '../counting/reports.ts';
import type { RunTally, ScreenTally } from '../counting/tally.ts';
import type { IntakeTables } from '../database/tables.ts';

/** An edition of a scenario that figures exist for. */
export interface Edition {
  readonly hash: string;
  /** Served now; the others are older. */
  readonly current: boolean;
}

export interface DesignerFigures {
  readonly editions: readonly Edition[];
  readonly shown: Edition;
  /** All wordings together. Already suppressed: safe to show and to download. */
  readonly report: Report;
  /** Other wordings that runs of this edition may draw. */
  readonly variants: readonly string[];
  /** Each wording apart, the usual words first (id ""); null while there are none to compare, or too few people. */
  readonly wordings: readonly GroupReport[] | null;
}

export interface FigureSources {
  readonly reports: Pick<Reports, 'editions' | 'counts'>;
  readonly db: { readonly kysely: Kysely<IntakeTables> };
}

/**
 * What a designer may see of one edition of a scenario, the served one when `hash` is null or unknown. First tries only: somebody who comes back has already learned. Tries under way are not counted yet: they
 * would look like leaving, and change from one minute to the next by one person at a time.
 *
 * @param now ms since 1970
 */
export async function designerFigures(
  { reports, db }: FigureSources,
  outline: Outline,
  hash: string | null,
  now: number,
): Promise<DesignerFigures> {
  const known = reports.editions(outline.id);
  const edition = known.find((one) => one.hash === hash) ?? known[0];
  const shown = editionOf(edition?.hash ?? outline.hash, outline);
  const name = `${outline.id}@${shown.hash}`;
  const counts: readonly Counted[] = [
    ...(await reports.counts(name)).filter(({ firstTry }) => firstTry),
    ...(await underWay(db.kysely, name, now - stillAtWork)),
  ];
  const screens = shown.current
    ? outline.screens.map(({ id }) => id)
    : inTodaysOrder(Object.keys(edition?.screens ?? {}), outline);
  const endings = (edition?.endings ?? Object.keys(outline.endings)).map((id) => ({
    id,
    success: outline.endings[id]?.meaning === 'reussi',
  }));
  const variants = edition?.variants ?? [];
  return {
    editions: known.map((one) => editionOf(one.hash, outline)),
    shown,
    report: reportOf({ screens, endings, counts, buckets: dwellBuckets }),
    variants,
    wordings: compareGroups({
      screens,
      endings,
      about: outline.variants.flatMap(({ texts }) => texts.map(({ screen }) => screen)),
      groups: ['', ...variants].map((id) => ({ id, counts: counts.filter(({ variant }) => variant === id) })),
    }),
  };
}

type Counted = Omit<CountRow, 'firstTry'>;

/** What first tries under way have put into the counts, to be taken away: the totals are negative. */
async function underWay(db: Kysely<IntakeTables>, edition: string, since: number): Promise<readonly Counted[]> {
  const runs = await db
    .selectFrom('runs')
    .select(['id', 'tally'])
    .where('last_seen', '>', since)
    .where('scenario', '=', edition)
    .where('first_try', '=', 1)
    .where('ending', 'is', null)
    .execute();
  const tallies = new Map(runs.map(({ id, tally }) => [id, JSON.parse(tally) as RunTally]));
  // Whoever said goodbye is not at work any more.
  for (const [id, { leave }] of tallies) if (leave !== null) tallies.delete(id);
  if (tallies.size === 0) return [];
  const rows = await db
    .selectFrom('run_screens')
    .select(['run', 'screen', 'tally'])
    .where('run', 'in', [...tallies.keys()])
    .execute();
  const totals = new Map<string, number>();
  for (const [id, run] of tallies) {
    const screens = rows
      .filter((row) => row.run === id)
      .map((row) => [row.screen, JSON.parse(row.tally) as ScreenTally] as const);
    contribute({ run, screens: new Map(screens) }, totals, -1);
  }
  return [...totals].map(([key, total]) => ({ ...figureOf(key), total }));
}

function editionOf(hash: string, outline: Outline): Edition {
  return { hash, current: hash === outline.hash };
}

/** Screens of an older edition: in today's order where they still exist, then those that are gone. */
function inTodaysOrder(screens: readonly string[], outline: Outline): readonly string[] {
  const today = outline.screens.map(({ id }) => id).filter((id) => screens.includes(id));
  return [...today, ...screens.filter((id) => !today.includes(id))];
}
