import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { prepareStatements, type Statements } from '../intake/statements.ts';
import type { Steps } from '../intake/steps.ts';
import { setApart, talliesOf } from './erase.ts';
import { contribute } from './measures.ts';
import { Moves } from './moves.ts';

/** Whose tries: one learner's, or those of every learner in the groups of one trainer. */
export type Whose = { readonly learner: string } | { readonly trainer: string };

/**
 * Takes learners away, and makes anonymous at once what they did: what it added to the figures stays, as numbers that lead
 * back to nobody; runs, events and pseudonyms leave. Returns how many runs. All or nothing.
 */
export async function anonymiseLearners(db: Database, whose: Whose, now: number): Promise<number> {
  const { kysely } = db;
  const say = prepareStatements(db);
  const done = await db.transact(function* () {
    const learners =
      'learner' in whose
        ? [whose.learner]
        : (
            (yield kysely
              .selectFrom('learners')
              .innerJoin('groups', 'groups.id', 'learners.group_id')
              .select('learners.id')
              .where('groups.owner', '=', whose.trainer)
              .orderBy('learners.id')
              .compile()) as { id: string }[]
          ).map(({ id }) => id);
    let runs = 0;
    for (const learner of learners) {
      // First the learner: what their devices send from then on is not theirs.
      yield kysely.deleteFrom('learners').where('id', '=', learner).compile();
      const theirs = (yield kysely
        .selectFrom('runs')
        .select('id')
        .where('learner', '=', learner)
        .orderBy('id')
        .compile()) as {
        id: string;
      }[];
      runs += yield* makeAnonymous(db, say, yield* lockRuns(say, theirs), now);
    }
    return runs;
  });
  await db.scrub();
  return done;
}

/** The rows of these runs, locked, in the order in which the intake locks them too. */
export function* lockRuns(say: Statements, runs: readonly { readonly id: string }[]): Steps<Tables['runs'][]> {
  const rows: Tables['runs'][] = [];
  for (const query of say.selectRuns(runs.map(({ id }) => id))) rows.push(...((yield query) as Tables['runs'][]));
  return rows;
}

/** Takes these runs away, and keeps what they added to the figures; how many. */
export function* makeAnonymous(
  db: Database,
  say: Statements,
  rows: readonly Tables['runs'][],
  now: number,
): Steps<number> {
  const kept = new Moves();
  for (const row of rows) {
    if (row.event_count > 0) contribute(yield* talliesOf(row, say), kept.of(row.scenario, row.first_try), 1);
    yield* setApart(db, row.id, now);
  }
  for (const query of say.upsertKeptCounts(kept.rows())) yield query;
  return rows.length;
}
