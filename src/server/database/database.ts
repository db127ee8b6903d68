import { join } from 'node:path';
import type { CompiledQuery, Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

/**
 * A transaction written once for both databases: it yields compiled queries and is handed their rows. It must be
 * able to run again from the start (PostgreSQL may undo it), so it changes nothing outside but what it returns.
 */
// biome-ignore lint/suspicious/noExplicitAny: rows are typed where they are received.
export type Work<T> = () => Generator<CompiledQuery, T, any>;

export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  /** The one Kysely instance of the process, shared with better-auth. */
  readonly kysely: Kysely<Tables>;
  /** Runs it as one transaction; resolves once it is durable. Synchronous from begin to commit on SQLite. */
  transact<T>(work: Work<T>): Promise<T>;
  /**
   * After something was deleted: leaves nothing of it in the files of SQLite, beside the database or in it. While another
   * process reads them it stays there, and is taken away soon after. PostgreSQL
   * keeps dead rows until its own vacuum, and its journal as long as it is set to.
   */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseSettings {
  /** Folder of `replique.sqlite`. */
  readonly dataDir: string;
  /** "postgres://…": then the folder holds no database. */
  readonly databaseUrl?: string | undefined;
}

/** Opens the database and brings it to this version's schema. Fails with an AppError that says what to do. */
export async function openDatabase({ dataDir, databaseUrl }: DatabaseSettings): Promise<Database> {
  const db =
    databaseUrl === undefined
      ? openSqlite(join(dataDir, 'replique.sqlite'))
      : // Its driver weighs on memory and start: loaded where it serves.
        await (await import('./postgres.ts')).openPostgres(databaseUrl);
  try {
    await migrate(db.kysely);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
