import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { AppError } from '../app-error.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** Brings the schema to the last migration. Processes that start together wait for each other (Kysely's lock). */
export async function migrate(
  kysely: Kysely<Tables>,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const newer = (await appliedMigrations(kysely)).find((name) => !Object.hasOwn(known, name));
  if (newer !== undefined) throw new AppError('database-newer', { found: newer });
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => ({ ...known }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new AppError('migration-failed', { reason: error instanceof Error ? error.message : String(error) }, error);
  }
}

async function appliedMigrations(kysely: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(kysely);
  return rows.rows.map(({ name }) => name);
}
