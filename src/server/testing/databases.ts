import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { freshDatabase } from '../../../tests/support/postgres.ts';
import { type Database, openDatabase } from '../database/database.ts';

export interface TestDatabase {
  readonly db: Database;
  /** Where the same database can be opened again. */
  readonly settings: { readonly dataDir: string; readonly databaseUrl?: string };
  close(): Promise<void>;
}

export const dialects = ['sqlite', 'postgres'] as const;

/** A new empty database of either kind, at the newest schema. */
export async function newDatabase(dialect: (typeof dialects)[number]): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'donnees-'));
  const own = dialect === 'postgres' ? await freshDatabase(inject('postgresUrl')) : null;
  const settings = { dataDir, ...(own !== null && { databaseUrl: own.url }) };
  const db = await openDatabase(settings);
  return {
    db,
    settings,
    async close() {
      await db.close();
      await own?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
