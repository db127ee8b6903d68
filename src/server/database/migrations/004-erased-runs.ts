import type { Kysely } from 'kysely';

/** Runs that were erased: what a device still sends of them is not stored again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('erased_runs')
    .addColumn('run', 'text', (c) => c.primaryKey())
    .addColumn('erased_at', 'bigint', (c) => c.notNull())
    .execute();
}
