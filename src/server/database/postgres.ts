import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { AppError } from '../app-error.ts';
import type { Database, Work } from './database.ts';
import type { Tables } from './tables.ts';

const int8 = 20;
const numeric = 1700;
/** Two transactions took each other's rows: PostgreSQL has undone ours, and it can simply be run again. */
const again = new Set(['40P01', '40001']);

/** Opens a pool on PostgreSQL. Several processes may share it: none keeps state of its own. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    // Our integers are times and counts, all under 2^53: a number, as in SQLite, not a string.
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === int8 || oid === numeric ? Number : pg.types.getTypeParser(oid, format as 'text')) as never,
    },
  });
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw new AppError('database-unreachable', { reason: reasonOf(cause) }, cause);
  }
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

  const attempt = async <T>(work: Work<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const steps = work();
      let step = steps.next();
      while (!step.done) step = steps.next((await client.query(named(step.value))).rows as never);
      await client.query('commit');
      client.release();
      return step.value;
    } catch (error) {
      // A connection that cannot roll back is thrown away rather than lent again.
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  };

  return {
    dialect: 'postgres',
    kysely,
    async transact(work) {
      for (let tries = 0; ; tries++) {
        try {
          return await attempt(work);
        } catch (error) {
          const code = error instanceof Error && 'code' in error ? String(error.code) : '';
          if (tries >= 5 || !again.has(code)) throw error;
        }
      }
    },
    scrub: async () => undefined,
    close: () => kysely.destroy(),
  };
}

const names = new Map<string, string>();

/** Named, so that PostgreSQL plans each of the intake's few statements once a connection. */
function named({ sql, parameters }: CompiledQuery): pg.QueryConfig {
  let name = names.get(sql);
  if (name === undefined) {
    name = `intake-${names.size}`;
    names.set(sql, name);
  }
  return { name, text: sql, values: [...parameters] };
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // Several addresses tried: the message is empty, the code is not.
  return cause.message === '' && 'code' in cause ? String(cause.code) : cause.message;
}
