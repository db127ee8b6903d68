import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { prepareStatements, type Statements } from '../intake/statements.ts';
import type { Tallies } from './fold.ts';
import { contribute } from './measures.ts';
import { Moves } from './moves.ts';
import type { RunTally, ScreenTally } from './tally.ts';

/** Erases every run of one person (a learner's pseudonym, or a device's), and what they added to the figures. */
export async function erasePerson(db: Database, person: string): Promise<number> {
  const runs = await db.kysely
    .selectFrom('runs')
    .select('id')
    .where((eb) => eb.or([eb('person', '=', person), eb('learner', '=', person), eb('device', '=', person)]))
    .orderBy('id')
    .execute();
  let erased = 0;
  for (const { id } of runs) if (await eraseRun(db, id)) erased += 1;
  return erased;
}

/** Erases one run: its events, its rows, its share of every figure. False when there is no such run (any more). */
export async function eraseRun(db: Database, run: string): Promise<boolean> {
  const say = prepareStatements(db);
  const { kysely } = db;
  return db.transact(function* () {
    const rows: Tables['runs'][] = [];
    for (const query of say.selectRuns([run])) rows.push(...((yield query) as Tables['runs'][]));
    const [row] = rows;
    if (row === undefined) return false;
    const moves = new Moves();
    if (row.event_count > 0) contribute(yield* talliesOf(row, say), moves.of(row.scenario, row.first_try), -1);
    yield kysely.deleteFrom('first_tries').where('run', '=', run).compile();
    // Events and screens go with it (on delete cascade).
    yield kysely.deleteFrom('runs').where('id', '=', run).compile();
    for (const query of say.upsertCounts(moves.rows())) yield query;
    return true;
  });
}

// biome-ignore lint/suspicious/noExplicitAny: rows are typed where they are received.
function* talliesOf(row: Tables['runs'], say: Statements): Generator<any, Tallies, any> {
  const screens = new Map<string, ScreenTally>();
  for (const query of say.selectScreens([row.id])) {
    for (const { screen, tally } of (yield query) as Tables['run_screens'][]) screens.set(screen, JSON.parse(tally));
  }
  return { run: JSON.parse(row.tally) as RunTally, screens };
}
