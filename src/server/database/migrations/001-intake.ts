import type { Kysely } from 'kysely';

/** Runs, events, and the figures derived from them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('published_scenarios')
    .addColumn('scenario', 'text', (c) => c.primaryKey())
    .addColumn('ids', 'text', (c) => c.notNull())
    .addColumn('first_published', 'bigint', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('runs')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('secret_hash', 'text', (c) => c.notNull())
    .addColumn('scenario', 'text', (c) => c.notNull())
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('learner', 'text')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('first_try', 'integer', (c) => c.notNull())
    .addColumn('persona', 'text')
    .addColumn('variant', 'text')
    .addColumn('level', 'text')
    .addColumn('first_seen', 'bigint', (c) => c.notNull())
    .addColumn('last_seen', 'bigint', (c) => c.notNull())
    .addColumn('last_seq', 'bigint', (c) => c.notNull())
    .addColumn('event_count', 'integer', (c) => c.notNull())
    .addColumn('ending', 'text')
    .addColumn('screen', 'text')
    .addColumn('tally', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('runs_learner').on('runs').columns(['learner', 'last_seen']).execute();
  await db.schema.createIndex('runs_person').on('runs').columns(['person', 'scenario']).execute();
  await db.schema.createIndex('runs_last_seen').on('runs').columns(['last_seen']).execute();

  await db.schema
    .createTable('events')
    .addColumn('run', 'text', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('received', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('events_key', ['run', 'seq'])
    .addForeignKeyConstraint('events_run', ['run'], 'runs', ['id'], (c) => c.onDelete('cascade'))
    .execute();

  await db.schema
    .createTable('run_screens')
    .addColumn('run', 'text', (c) => c.notNull())
    .addColumn('screen', 'text', (c) => c.notNull())
    .addColumn('tally', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('run_screens_key', ['run', 'screen'])
    .addForeignKeyConstraint('run_screens_run', ['run'], 'runs', ['id'], (c) => c.onDelete('cascade'))
    .execute();

  await db.schema
    .createTable('first_tries')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('scenario', 'text', (c) => c.notNull())
    .addColumn('run', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('first_tries_key', ['person', 'scenario'])
    .execute();

  await db.schema
    .createTable('counts')
    .addColumn('scenario', 'text', (c) => c.notNull())
    .addColumn('variant', 'text', (c) => c.notNull())
    .addColumn('first_try', 'integer', (c) => c.notNull())
    .addColumn('screen', 'text', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('total', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('counts_key', ['scenario', 'variant', 'first_try', 'screen', 'field', 'measure', 'detail'])
    .execute();
}
