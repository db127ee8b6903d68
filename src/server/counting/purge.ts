import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { prepareStatements } from '../intake/statements.ts';
import { setApart, talliesOf } from './erase.ts';
import { contribute } from './measures.ts';
import { Moves } from './moves.ts';

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
 * bear, leave; what they added to the figures stays, as numbers that lead back to nobody. Learners without a run left
 * and closed groups without a learner leave too, and staff sessions that are over. Each run is purged whole or not at all, and once.
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
  return { runs, learners: Number(learners.numDeletedRows), groups: Number(groups.numDeletedRows) };
}

async function purgeSome(db: Database, before: number, now: number): Promise<number> {
  const say = prepareStatements(db);
  return db.transact(function* () {
    const old = (yield db.kysely
      .selectFrom('runs')
      .select('id')
      .where('last_seen', '<', before)
      .orderBy('id')
      .limit(atOnce)
      .compile()) as { id: string }[];
    const rows: Tables['runs'][] = [];
    // Locked now: one that has moved meanwhile, or that another process has purged, is left alone.
    for (const query of say.selectRuns(old.map(({ id }) => id))) rows.push(...((yield query) as Tables['runs'][]));
    const kept = new Moves();
    const gone = rows.filter(({ last_seen }) => last_seen < before);
    for (const row of gone) {
      if (row.event_count > 0) contribute(yield* talliesOf(row, say), kept.of(row.scenario, row.first_try), 1);
      yield* setApart(db, row.id, now);
    }
    for (const query of say.upsertKeptCounts(kept.rows())) yield query;
    return gone.length;
  });
}
