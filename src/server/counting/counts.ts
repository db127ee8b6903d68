import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Measure } from './measures.ts';

/** One figure of a scenario's edition. */
export interface CountRow {
  readonly variant: string; // "" when none
  readonly firstTry: boolean;
  readonly screen: string; // "" for the scenario itself
  readonly field: string;
  readonly measure: Measure;
  readonly detail: string;
  readonly total: number;
}

/** Every figure of one edition ("id@hash"): as many rows as screens ask for, however many runs there were. */
export async function readCounts(db: Kysely<Tables>, scenario: string): Promise<readonly CountRow[]> {
  const rows = await db
    .selectFrom('counts')
    .select(['variant', 'first_try', 'screen', 'field', 'measure', 'detail', 'total'])
    .where('scenario', '=', scenario)
    .where('total', '<>', 0)
    .orderBy('screen')
    .orderBy('field')
    .orderBy('measure')
    .orderBy('detail')
    .orderBy('variant')
    .orderBy('first_try')
    .execute();
  return rows.map(({ first_try, measure, ...row }) => ({
    ...row,
    firstTry: first_try === 1,
    measure: measure as Measure,
  }));
}
