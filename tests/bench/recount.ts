import { recount } from '../../src/server/counting/rebuild.ts';
import type { Database } from '../../src/server/database/database.ts';

/** Ends the bench when a figure kept as the events arrived is not the one that a recount from the events gives. */
export async function demandRecount(db: Database): Promise<void> {
  const kept = await db.kysely.selectFrom('counts').selectAll().where('total', '<>', 0).execute();
  const wrong = difference(kept, await recount(db));
  if (kept.length === 0) throw new Error('No figure is kept: there is nothing to recount.');
  if (wrong.length > 0)
    throw new Error(`${wrong.length} figures are not those of a recount, such as ${wrong.slice(0, 3).join(', ')}.`);
}

/** Rows on one side only: a figure that differs is there twice. */
function difference(kept: readonly object[], counted: readonly object[]): readonly string[] {
  const name = (row: object): string => JSON.stringify(row, Object.keys(row).sort());
  const ours = new Set(kept.map(name));
  const theirs = new Set(counted.map(name));
  return [
    ...[...ours].filter((row) => !theirs.has(row)).map((row) => `kept ${row}`),
    ...[...theirs].filter((row) => !ours.has(row)).map((row) => `counted ${row}`),
  ];
}
