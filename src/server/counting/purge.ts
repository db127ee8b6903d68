import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { prepareStatements } from '../intake/statements.ts';
import { lockRuns, makeAnonymous } from './anonymise.ts';

/** What a purge has taken away. */
export interface Purged {
  readonly runs: number;
  readonly learners: number;
  readonly groups: number;
}

/** Runs in one transaction: few enough that the intake does not wait. */
const atOnce = 100;

/**
 * Makes anonymous what nobody has touched since `before` (ms since 1970): runs, with their events and the pseudonyms they
 * bear, leave; what they added to the figures stays, as numbers that lead back to nobody. So do runs whose learner was taken
 * out in the very instant in which they arrived. Learners without a run left and closed groups without a learner leave too,
 * and staff sessions that are over. Each run is purged whole or not at all, and once.
 */
export async function purge(db: Database, before: number, now: number): Promise<Purged> {
  let runs = 0;
  for (;;) {
    const some = await purgeSome(db, before, now);
    if (some === 0) break;
    runs += some;
  }
  const { kysely } = db;
  const learners = await kysely
    .deleteFrom('learners')
    .where('created_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('runs').select('runs.id').whereRef('runs.learner', '=', 'learners.id'))),
    )
    .executeTakeFirst();
  const groups = await kysely
    .deleteFrom('groups')
    .where('closed_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('learners').select('learners.id').whereRef('learners.group_id', '=', 'groups.id'))),
    )
    .executeTakeFirst();
  // The table is better-auth's, which keeps dates in each database's own way.
  const ended = db.dialect === 'sqlite' ? new Date(now).toISOString() : new Date(now);
  await sql`delete from staff_session where "expiresAt" < ${ended}`.execute(kysely);
  await kysely.deleteFrom('staff_links').where('expires_at', '<', before).execute();
  await db.scrub();
  return { runs, learners: Number(learners.numDeletedRows), groups: Number(groups.numDeletedRows) };
}

async function purgeSome(db: Database, before: number, now: number): Promise<number> {
  const say = prepareStatements(db);
  return db.transact(function* () {
    const found = (yield db.kysely
      .selectFrom('runs')
      .select('id')
      .select(({ eb }) => orphan(eb).as('orphan'))
      .where(({ eb, or }) => or([eb('last_seen', '<', before), orphan(eb)]))
      .orderBy('id')
      .limit(atOnce)
      .compile()) as { id: string; orphan: unknown }[];
    const orphans = new Set(found.filter((row) => Boolean(row.orphan)).map(({ id }) => id));
    // Locked now: one that has moved meanwhile, or that another process has purged, is left alone.
    const rows = yield* lockRuns(say, found);
    const gone = rows.filter(({ id, last_seen }) => last_seen < before || orphans.has(id));
    return yield* makeAnonymous(db, say, gone, now);
  });
}

/** Of a learner who is not there any more: they never come back. */
function orphan(eb: ExpressionBuilder<Tables, 'runs'>) {
  const theirs = eb.selectFrom('learners').select('learners.id').whereRef('learners.id', '=', 'runs.learner');
  return eb.and([eb('runs.learner', 'is not', null), eb.not(eb.exists(theirs))]);
}
