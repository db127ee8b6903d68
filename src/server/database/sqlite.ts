import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { AppError } from '../app-error.ts';
import { makeFolder } from '../make-folder.ts';
import type { Database, Work } from './database.ts';
import type { Tables } from './tables.ts';

/** How long others are waited for when they write or read, ms. */
const patience = 5000;
/** Whoever reads is not waited for to empty the log, which nobody waits for: it is tried again after so long, ms. */
const shortPatience = 100;
const again = 30_000;

/** Opens (or creates) the SQLite file. Durable at each commit: WAL with `synchronous=FULL`. One writing process. */
export function openSqlite(file: string): Database {
  const handle = open(file);
  const statements = new Map<string, StatementSync>();
  /** Statements of the intake, of which there are few; kept ready. */
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = handle.prepare(sql);
    statements.set(sql, made);
    return made;
  };

  const kysely = new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        close: () => {
          statements.clear();
          handle.close();
        },
        prepare(sql) {
          const statement = handle.prepare(sql);
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
            run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
            iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
          };
        },
      },
    }),
  });

  /** No `await` between begin and commit: nothing else can slip into the transaction, and the loop is never held. */
  const runAtOnce = <T>(work: Work<T>): T => {
    handle.exec('begin immediate');
    try {
      const steps = work();
      let step = steps.next();
      while (!step.done) {
        const { sql, parameters } = step.value;
        step = steps.next(prepared(sql).all(...(parameters as SQLInputValue[])) as never);
      }
      handle.exec('commit');
      return step.value;
    } catch (error) {
      if (handle.isTransaction) handle.exec('rollback');
      throw error;
    }
  };

  /**
   * What is deleted is overwritten (secure_delete); the write-ahead log still holds it as it was. False: another process
   * reads it, and it stays.
   */
  const emptyLog = (): boolean => {
    handle.exec(`pragma busy_timeout=${shortPatience}`);
    try {
      return handle.prepare('pragma wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
    } finally {
      handle.exec(`pragma busy_timeout=${patience}`);
    }
  };
  let retry: NodeJS.Timeout | undefined;
  const scrub = async (): Promise<void> => {
    clearTimeout(retry);
    if (await kysely.connection().execute(async () => emptyLog())) return;
    retry = setTimeout(() => void scrub().catch(() => undefined), again).unref();
  };

  return {
    dialect: 'sqlite',
    kysely,
    // Kysely's lock on its only connection: a transaction of better-auth's, open across an await, must end first.
    transact: (work) => kysely.connection().execute(async () => runAtOnce(work)),
    scrub,
    async close() {
      clearTimeout(retry);
      await kysely.destroy();
    },
  };
}

/** Made before SQLite opens it, which would let the machine's other users read it; its log takes the same rights. */
function keepToOwner(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  for (const each of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(each)) chmodSync(each, 0o600);
}

function open(file: string): DatabaseSync {
  if (file !== ':memory:') {
    try {
      makeFolder(dirname(file));
      keepToOwner(file);
    } catch (cause) {
      throw new AppError('data-folder-unwritable', { folder: dirname(file) }, cause);
    }
  }
  let handle: DatabaseSync | undefined;
  try {
    handle = new DatabaseSync(file);
    handle.exec(
      `pragma busy_timeout=${patience}; pragma journal_mode=WAL; pragma synchronous=FULL; pragma foreign_keys=ON; pragma secure_delete=ON; pragma user_version;`,
    );
    // Opening a read-only file succeeds; writing to it does not.
    handle.exec('begin immediate; rollback;');
    return handle;
  } catch (cause) {
    handle?.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (/unable to open|readonly|permission/i.test(reason)) {
      throw new AppError('data-folder-unwritable', { folder: dirname(file) }, cause);
    }
    throw new AppError('database-unreadable', { file, reason }, cause);
  }
}
