import { inject } from 'vitest';
import { freshDatabase } from '../../../tests/support/postgres.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { openPostgres } from '../database/postgres.ts';
import { openSqlite } from '../database/sqlite.ts';

export const databases = ['sqlite', 'postgres'] as const;

/** For tests: an empty migrated database of one's own. */
export async function testDatabase(kind: (typeof databases)[number]): Promise<Database> {
  if (kind === 'sqlite') {
    const database = openSqlite(':memory:');
    await migrate(database.kysely);
    return database;
  }
  const fresh = await freshDatabase(inject('postgresUrl'));
  const database = await openPostgres(fresh.url);
  await migrate(database.kysely);
  return {
    ...database,
    async close() {
      await database.close();
      await fresh.drop();
    },
  };
}
