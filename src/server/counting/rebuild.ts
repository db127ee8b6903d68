import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { prepareStatements } from '../intake/statements.ts';
import { fold, type Tallies } from './fold.ts';
import { contribute, keyOf } from './measures.ts';
import { Moves } from './moves.ts';
import { readEvent } from './read-event.ts';
import { newRunTally } from './tally.ts';

/** The figures as a recount from the events gives them, with what purged runs have left; zeros left out. */
export async function recount(db: Database): Promise<Tables['counts'][]> {
  const moves = new Moves();
  const runs = await db.kysely
    .selectFrom('runs')
    .select(['id', 'scenario', 'first_try', 'event_count'])
    .orderBy('id')
    .execute();
  for (const { id, scenario, first_try } of runs) {
    const tallies = await tallyRun(db, id);
    if (tallies === null) continue;
    contribute(tallies, moves.of(scenario, first_try), 1);
  }
  for (const row of await db.kysely.selectFrom('kept_counts').selectAll().execute()) {
    const figures = moves.of(row.scenario, row.first_try);
    figures.set(keyOf(row), (figures.get(keyOf(row)) ?? 0) + row.total);
  }
  return moves.rows();
}

/** Puts a recount in the place of the figures. For one process, with no intake under way. */
export async function rebuildCounts(db: Database): Promise<void> {
  const rows = await recount(db);
  const say = prepareStatements(db);
  await db.transact(function* () {
    yield db.kysely.deleteFrom('counts').compile();
    for (const query of say.upsertCounts(rows)) yield query;
  });
}

async function tallyRun(db: Database, run: string): Promise<Tallies | null> {
  const events = await db.kysely
    .selectFrom('events')
    .select(['seq', 'at', 'type', 'body'])
    .where('run', '=', run)
    .orderBy('seq')
    .execute();
  if (events.length === 0) return null;
  const tallies: Tallies = { run: newRunTally(), screens: new Map() };
  for (const event of events) fold(tallies, readEvent(run, event), new Set());
  return tallies;
}
