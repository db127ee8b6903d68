import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { prepareStatements, type Statements } from '../intake/statements.ts';
import type { Steps } from '../intake/steps.ts';
import type { Tallies } from './fold.ts';
import { contribute } from './measures.ts';
import { Moves } from './moves.ts';
import type { RunTally, ScreenTally } from './tally.ts';

/**
 * Erases every run of one person (a learner's pseudonym, else their device's), what they added to the figures, and the
 * learner: nickname, token and personal code. Returns how many runs. All or nothing.
 */
export async function erasePerson(db: Database, person: string, now: number): Promise<number> {
  const say = prepareStatements(db);
  const erased = await db.transact(function* () {
    yield db.kysely.deleteFrom('learners').where('id', '=', person).compile();
    const runs = (yield db.kysely
      .selectFrom('runs')
      .select('id')
      .where((eb) => eb.or([eb('person', '=', person), eb('learner', '=', person)]))
      .orderBy('id')
      .compile()) as { id: string }[];
    return yield* eraseRuns(
      db,
      say,
      runs.map(({ id }) => id),
      now,
    );
  });
  await db.scrub();
  return erased;
}

/** Erases one run: its events, its rows, its share of every figure. False when there is no such run (any more). */
export async function eraseRun(db: Database, run: string, now: number): Promise<boolean> {
  const say = prepareStatements(db);
  const erased = await db.transact(function* () {
    return (yield* eraseRuns(db, say, [run], now)) > 0;
  });
  await db.scrub();
  return erased;
}

/** `runs` in the order of their ids, in which the intake locks them too. */
function* eraseRuns(db: Database, say: Statements, runs: readonly string[], now: number): Steps<number> {
  const rows: Tables['runs'][] = [];
  for (const query of say.selectRuns(runs)) rows.push(...((yield query) as Tables['runs'][]));
  const moves = new Moves();
  for (const row of rows) {
    if (row.event_count > 0) contribute(yield* talliesOf(row, say), moves.of(row.scenario, row.first_try), -1);
    yield* setApart(db, row.id, now);
  }
  for (const query of say.upsertCounts(moves.rows())) yield query;
  return rows.length;
}

/** Takes a run's rows away, and keeps its number, so that a device cannot send it again. */
export function* setApart({ kysely }: Database, run: string, now: number): Steps<void> {
  yield kysely
    .insertInto('erased_runs')
    .values({ run, erased_at: now })
    .onConflict((on) => on.doNothing())
    .compile();
  yield kysely.deleteFrom('first_tries').where('run', '=', run).compile();
  // Events and screens go with it (on delete cascade).
  yield kysely.deleteFrom('runs').where('id', '=', run).compile();
}

/** What a run adds to the figures. */
export function* talliesOf(row: Tables['runs'], say: Statements): Steps<Tallies> {
  const screens = new Map<string, ScreenTally>();
  for (const query of say.selectScreens([row.id])) {
    for (const { screen, tally } of (yield query) as Tables['run_screens'][]) screens.set(screen, JSON.parse(tally));
  }
  return { run: JSON.parse(row.tally) as RunTally, screens };
}
