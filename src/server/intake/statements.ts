import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { withRows, withSlots } from '../database/slots.ts';
import type { Tables } from '../database/tables.ts';

const runColumns = [
  'id',
  'secret_hash',
  'scenario',
  'device',
  'learner',
  'person',
  'first_try',
  'persona',
  'variant',
  'level',
  'first_seen',
  'last_seen',
  'last_seq',
  'event_count',
  'ending',
  'screen',
  'tally',
] as const satisfies readonly (keyof Tables['runs'])[];
const eventColumns = [
  'run',
  'seq',
  'at',
  'type',
  'body',
  'received',
] as const satisfies readonly (keyof Tables['events'])[];
const screenColumns = ['run', 'screen', 'tally'] as const satisfies readonly (keyof Tables['run_screens'])[];
const firstTryColumns = ['person', 'scenario', 'run'] as const satisfies readonly (keyof Tables['first_tries'])[];
const countKey = ['scenario', 'variant', 'first_try', 'screen', 'field', 'measure', 'detail'] as const;
const countColumns = [...countKey, 'total'] as const satisfies readonly (keyof Tables['counts'])[];

export type Statements = ReturnType<typeof prepareStatements>;

/** The queries of the intake, the same for both databases, compiled once a process. */
export function prepareStatements({ kysely, dialect }: Pick<Database, 'kysely' | 'dialect'>) {
  const db: Kysely<Tables> = kysely;
  const rowOf = (columns: readonly string[], row: object): unknown[] =>
    columns.map((column) => (row as Record<string, unknown>)[column] ?? null);

  const insertRuns = withRows(runColumns, (rows) =>
    db
      .insertInto('runs')
      .values(rows as never)
      .onConflict((on) => on.column('id').doNothing())
      .returning('id'),
  );
  const updateRuns = withRows(runColumns, (rows) =>
    db
      .insertInto('runs')
      .values(rows as never)
      .onConflict((on) =>
        on.column('id').doUpdateSet((eb) => ({
          learner: eb.ref('excluded.learner'),
          first_try: eb.ref('excluded.first_try'),
          persona: eb.ref('excluded.persona'),
          variant: eb.ref('excluded.variant'),
          level: eb.ref('excluded.level'),
          last_seen: eb.ref('excluded.last_seen'),
          last_seq: eb.ref('excluded.last_seq'),
          event_count: eb.ref('excluded.event_count'),
          ending: eb.ref('excluded.ending'),
          screen: eb.ref('excluded.screen'),
          tally: eb.ref('excluded.tally'),
        })),
      ),
  );
  const insertEvents = withRows(eventColumns, (rows) =>
    db
      .insertInto('events')
      .values(rows as never)
      .onConflict((on) => on.columns(['run', 'seq']).doNothing())
      .returning(['run', 'seq']),
  );
  const insertFirstTries = withRows(firstTryColumns, (rows) =>
    db
      .insertInto('first_tries')
      .values(rows as never)
      .onConflict((on) => on.columns(['person', 'scenario']).doNothing())
      .returning('run'),
  );
  const upsertScreens = withRows(screenColumns, (rows) =>
    db
      .insertInto('run_screens')
      .values(rows as never)
      .onConflict((on) => on.columns(['run', 'screen']).doUpdateSet((eb) => ({ tally: eb.ref('excluded.tally') }))),
  );
  const addTo = (table: 'counts' | 'kept_counts') =>
    withRows(countColumns, (rows) =>
      db
        .insertInto(table)
        .values(rows as never)
        .onConflict((on) =>
          on.columns([...countKey]).doUpdateSet({ total: sql<number>`${sql.table(table)}.total + excluded.total` }),
        ),
    );
  const upsertCounts = addTo('counts');
  const upsertKeptCounts = addTo('kept_counts');
  // Only PostgreSQL has several writers; SQLite's transaction has locked everything already.
  const selectRuns = withRows(['id'], (rows) =>
    db
      .selectFrom('runs')
      .selectAll()
      .where(
        'id',
        'in',
        rows.map((row) => row['id'] as never),
      )
      .orderBy('id')
      .$if(dialect === 'postgres', (query) => query.forUpdate()),
  );
  const selectScreens = withRows(['run'], (rows) =>
    db
      .selectFrom('run_screens')
      .selectAll()
      .where(
        'run',
        'in',
        rows.map((row) => row['run'] as never),
      ),
  );
  const selectErased = withRows(['run'], (rows) =>
    db
      .selectFrom('erased_runs')
      .select('run')
      .where(
        'run',
        'in',
        rows.map((row) => row['run'] as never),
      ),
  );
  const selectLearners = withRows(['id'], (rows) =>
    db
      .selectFrom('learners')
      .select(['id', 'token_hash'])
      .where(
        'id',
        'in',
        rows.map((row) => row['id'] as never),
      )
      // Who is being taken out of a group is no longer read as in it: nothing new is written under their pseudonym.
      .$if(dialect === 'postgres', (query) => query.forKeyShare()),
  );
  const selectEvents = withSlots((slot) =>
    db.selectFrom('events').select(['seq', 'at', 'type', 'body']).where('run', '=', slot(0)).orderBy('seq'),
  );

  return {
    selectRuns: (ids: readonly string[]) => selectRuns(ids.map((id) => [id])),
    selectScreens: (runs: readonly string[]) => selectScreens(runs.map((run) => [run])),
    selectErased: (runs: readonly string[]) => selectErased(runs.map((run) => [run])),
    selectLearners: (ids: readonly string[]) => selectLearners(ids.map((id) => [id])),
    selectEvents: (run: string) => selectEvents([run]),
    insertRuns: (rows: readonly Tables['runs'][]) => insertRuns(rows.map((row) => rowOf(runColumns, row))),
    updateRuns: (rows: readonly Tables['runs'][]) => updateRuns(rows.map((row) => rowOf(runColumns, row))),
    insertEvents: (rows: readonly Tables['events'][]) => insertEvents(rows.map((row) => rowOf(eventColumns, row))),
    insertFirstTries: (rows: readonly Tables['first_tries'][]) =>
      insertFirstTries(rows.map((row) => rowOf(firstTryColumns, row))),
    upsertScreens: (rows: readonly Tables['run_screens'][]) =>
      upsertScreens(rows.map((row) => rowOf(screenColumns, row))),
    upsertCounts: (rows: readonly Tables['counts'][]) => upsertCounts(rows.map((row) => rowOf(countColumns, row))),
    upsertKeptCounts: (rows: readonly Tables['counts'][]) =>
      upsertKeptCounts(rows.map((row) => rowOf(countColumns, row))),
  };
}
