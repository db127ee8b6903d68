import type { Kysely } from 'kysely';
import { readLevel, type Try } from '#training';
import type { ScreenTally } from '../counting/tally.ts';
import type { IntakeTables } from '../database/tables.ts';
import type { Learner } from './groups.ts';

/** Every try of some learners, oldest first. */
export async function triesOf(db: Kysely<IntakeTables>, learners: readonly Learner[]): Promise<readonly Try[]> {
  if (learners.length === 0) return [];
  const nicknames = new Map(learners.map(({ id, nickname }) => [id, nickname]));
  const runs = await db
    .selectFrom('runs')
    .select(columns)
    .where('learner', 'in', [...nicknames.keys()])
    .orderBy('first_seen')
    .execute();
  return asTries(db, runs, nicknames);
}

/** The run of this id when it is outside any group: one try, or none. */
export async function aloneTries(db: Kysely<IntakeTables>, run: string): Promise<readonly Try[]> {
  const runs = await db.selectFrom('runs').select(columns).where('id', '=', run).where('learner', 'is', null).execute();
  return asTries(db, runs, new Map());
}

const columns = ['id', 'learner', 'scenario', 'level', 'first_seen', 'last_seen', 'screen', 'ending'] as const;

async function asTries(
  db: Kysely<IntakeTables>,
  runs: readonly Pick<IntakeTables['runs'], (typeof columns)[number]>[],
  nicknames: ReadonlyMap<string, string>,
): Promise<readonly Try[]> {
  if (runs.length === 0) return [];
  const screens = await db
    .selectFrom('run_screens')
    .select(['run', 'tally'])
    .where(
      'run',
      'in',
      runs.map(({ id }) => id),
    )
    .execute();
  const sums = new Map<string, { screensMet: number; helps: number; stuckEpisodes: number }>();
  for (const { run, tally } of screens) {
    const { visits, help, hints, stuck } = JSON.parse(tally) as ScreenTally;
    const sum = sums.get(run) ?? { screensMet: 0, helps: 0, stuckEpisodes: 0 };
    sums.set(run, {
      screensMet: sum.screensMet + (visits > 0 ? 1 : 0),
      helps: sum.helps + help + hints,
      stuckEpisodes: sum.stuckEpisodes + stuck,
    });
  }
  return runs.map((run) => {
    const [scenario = '', hash = ''] = run.scenario.split('@');
    return {
      run: run.id,
      nickname: nicknames.get(run.learner ?? '') ?? '',
      scenario,
      hash,
      startedAt: run.first_seen,
      lastSeen: run.last_seen,
      level: readLevel(run.level),
      screen: run.screen,
      ending: run.ending,
      ...(sums.get(run.id) ?? { screensMet: 0, helps: 0, stuckEpisodes: 0 }),
    };
  });
}
