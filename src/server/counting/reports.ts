import type { Kysely } from 'kysely';
import type { ScenarioIds } from '#recording';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { PublishedScenarios } from '../intake/published.ts';
import { anonymiseLearners, type Whose } from './anonymise.ts';
import { type CountRow, readCounts } from './counts.ts';
import { erasePerson, eraseRun } from './erase.ts';
import { type Purged, purge } from './purge.ts';
import { rebuildCounts } from './rebuild.ts';

/** A learner heard of this recently may still be at work: not yet a leaver, ms. */
export const stillAtWork = 30 * 60 * 1000;

const day = 24 * 60 * 60 * 1000;

/** Where runs now under way stand: to be taken away from « here » before it is called leaving. */
export interface UnderWay {
  readonly variant: string; // "" when none
  readonly firstTry: boolean;
  readonly screen: string;
  readonly runs: number;
}

/** The figures of a scenario, from counts kept as events arrive: as fast after ten years as on the first day. */
export interface Reports {
  /** Editions of a scenario with what they know of its screens and fields, the served one first. */
  editions(scenario: string): readonly ScenarioIds[];
  /** Every figure of one edition, "id@hash". Not yet suppressed: pages show nothing of it under 11 people. */
  counts(edition: string): Promise<readonly CountRow[]>;
  underWay(edition: string): Promise<readonly UnderWay[]>;
  /** Erases every run of a person, and the learner; takes them out of every figure. Returns how many runs. */
  erase(person: string): Promise<number>;
  /** The same for one run; false when there is none of this id. */
  eraseRun(run: string): Promise<boolean>;
  /** Takes learners away and makes anonymous, at once, what they did: its figures stay, nothing else. */
  anonymise(whose: Whose): Promise<number>;
  /** Makes anonymous what nobody has touched for `days`: its figures stay, nothing else. */
  purge(days: number): Promise<Purged>;
  /** Counts everything anew from the events. */
  rebuild(): Promise<void>;
}

export function createReports(db: Database, published: PublishedScenarios, now: () => number): Reports {
  return {
    editions(scenario) {
      const served = published.current.get(scenario);
      const older = published.all().filter(({ id, hash }) => id === scenario && hash !== served?.hash);
      return served === undefined ? older : [served, ...older];
    },
    counts: (edition) => readCounts(db.kysely, edition),
    underWay: (edition) => underWay(db.kysely, edition, now() - stillAtWork),
    erase: (person) => erasePerson(db, person, now()),
    eraseRun: (run) => eraseRun(db, run, now()),
    anonymise: (whose) => anonymiseLearners(db, whose, now()),
    purge: (days) => purge(db, now() - days * day, now()),
    rebuild: () => rebuildCounts(db),
  };
}

async function underWay(db: Kysely<Tables>, edition: string, since: number): Promise<readonly UnderWay[]> {
  const rows = await db
    .selectFrom('runs')
    .select(['variant', 'first_try', 'screen'])
    .select(({ fn }) => fn.countAll<number>().as('runs'))
    .where('last_seen', '>', since)
    .where('scenario', '=', edition)
    .where('ending', 'is', null)
    .where('screen', 'is not', null)
    .groupBy(['variant', 'first_try', 'screen'])
    .execute();
  return rows.map(({ variant, first_try, screen, runs }) => ({
    variant: variant ?? '',
    firstTry: first_try === 1,
    screen: screen ?? '',
    runs,
  }));
}
