import type { Kysely } from 'kysely';

/** What purged runs had added to the figures: a recount from the events that are left adds it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept_counts')
    .addColumn('scenario', 'text', (c) => c.notNull())
    .addColumn('variant', 'text', (c) => c.notNull())
    .addColumn('first_try', 'integer', (c) => c.notNull())
    .addColumn('screen', 'text', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('total', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('kept_counts_key', [
      'scenario',
      'variant',
      'first_try',
      'screen',
      'field',
      'measure',
      'detail',
    ])
    .execute();
}
