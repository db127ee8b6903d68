import { type Kysely, sql } from 'kysely';
import type { AccountTables } from './tables.ts';

/** At most `tries` in `within` ms. */
export interface Limit {
  readonly tries: number;
  readonly within: number;
}

export interface Throttle {
  /** Counts one try and says whether it is allowed. */
  allows(key: string, limit: Limit): Promise<boolean>;
  /** Whether the tries are used up, without counting one. */
  spent(key: string, limit: Limit): Promise<boolean>;
  /** Takes back one try that was counted. */
  giveBack(key: string): Promise<void>;
  /** Forgets the tries, after a success. */
  forget(key: string): Promise<void>;
}

const day = 24 * 60 * 60 * 1000;
/** The usual span of a limit, ms. */
export const quarter = 15 * 60 * 1000;

/**
 * Limits kept in the database, so that several processes share them. One statement counts and answers: two requests
 * at the same instant cannot both take the last try.
 *
 * @param hash keyed hash: what is limited (addresses, names) is not kept in clear
 */
export function createThrottle(db: Kysely<AccountTables>, hash: (text: string) => string, now: () => number): Throttle {
  let swept = 0;
  return {
    async allows(key, { tries, within }) {
      const at = now();
      const fresh = sql<boolean>`throttles.since <= ${at - within}`;
      const row = await db
        .insertInto('throttles')
        .values({ key: hash(key), since: at, tries: 1 })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            tries: sql<number>`case when ${fresh} then 1 else throttles.tries + 1 end`,
            since: sql<number>`case when ${fresh} then ${at} else throttles.since end`,
          }),
        )
        .returning('tries')
        .executeTakeFirstOrThrow();
      if (at - swept > day / 24) {
        swept = at;
        await db
          .deleteFrom('throttles')
          .where('since', '<', at - day)
          .execute();
      }
      return row.tries <= tries;
    },
    async spent(key, { tries, within }) {
      const row = await db
        .selectFrom('throttles')
        .select('tries')
        .where('key', '=', hash(key))
        .where('since', '>', now() - within)
        .executeTakeFirst();
      return row !== undefined && row.tries >= tries;
    },
    async giveBack(key) {
      await db
        .updateTable('throttles')
        .set({ tries: sql<number>`tries - 1` })
        .where('key', '=', hash(key))
        .where('tries', '>', 0)
        .execute();
    },
    async forget(key) {
      await db.deleteFrom('throttles').where('key', '=', hash(key)).execute();
    },
  };
}
