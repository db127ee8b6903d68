import { sql } from 'kysely';
import type { RunEvent } from '#recording';
import type { purge as realPurge } from '../counting/purge.ts';
import { recount } from '../counting/rebuild.ts';
import type { Database } from '../database/database.ts';
import { createIntake } from '../intake/intake.ts';
import { smallEdition } from './ids.ts';

export type Purge = typeof realPurge;

const id = (digit: string): string => digit.repeat(32);
const old = { runs: [id('1'), id('2')], people: [id('a'), id('b')] };
const recent = { runs: [id('3')], people: [id('c')] };
/** Kept on purpose: the number of a purged run, so that no device sends it again. It leads to nobody. */
const lists = new Set(['erased_runs']);

/** Plays two old runs and a recent one in an empty database, has them purged, and says what is then not as promised. */
export async function faultsOfPurge(db: Database, purge: Purge, before: number): Promise<readonly string[]> {
  let clock = before - 1;
  const intake = createIntake(
    db,
    () => clock,
    () => undefined,
  );
  const play = (run: string | undefined, device: string | undefined, screens: readonly string[]) =>
    intake.take({
      ...{ run: run ?? '', device: device ?? '', secretHash: 's', scenario: smallEdition, learner: null },
      events: screens.map((screen, at) => ({ run, seq: at, at, type: 'ScreenShown', screen }) as unknown as RunEvent),
    });
  await play(old.runs[0], old.people[0], ['accueil', 'declaration']);
  await play(old.runs[1], old.people[1], ['accueil', 'aide', 'accueil']);
  clock = before + 1;
  await play(recent.runs[0], recent.people[0], ['accueil']);
  await intake.close();

  const figures = await figuresOf(db);
  const rows = await rowsOf(db, recent.runs);
  const said = await purge(db, before, before + 365);
  const faults: string[] = [];
  const kept = await everyTable(db);
  for (const [table, text] of kept)
    for (const each of [...old.people, ...(lists.has(table) ? [] : old.runs)])
      if (text.includes(each)) faults.push(`${table} keeps ${each.slice(0, 4)}…`);
  for (const each of [...recent.runs, ...recent.people])
    if (![...kept].some(([table, text]) => !lists.has(table) && text.includes(each)))
      faults.push(`${each.slice(0, 4)}… is gone`);
  for (const [table, count] of await rowsOf(db))
    if (count !== rows.get(table)) faults.push(`${table} holds ${count} rows, not ${rows.get(table)}`);
  if ((await figuresOf(db)) !== figures) faults.push('the figures have changed');
  if (sorted(await recount(db)) !== figures) faults.push('a recount gives other figures');
  if (said.runs !== old.runs.length) faults.push(`it says ${said.runs} runs`);
  return faults;
}

/** Every table there is, whatever is added to the database one day, as text. */
async function everyTable({ kysely }: Database): Promise<ReadonlyMap<string, string>> {
  const tables = await kysely.introspection.getTables();
  const read = async (name: string) => (await sql`select * from ${sql.table(name)}`.execute(kysely)).rows;
  return new Map(await Promise.all(tables.map(async ({ name }) => [name, JSON.stringify(await read(name))] as const)));
}

/** How many rows of runs: of these, or of all. */
async function rowsOf({ kysely }: Database, runs?: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const count = async (table: string, column: string) => {
    const of = runs ? sql`where ${sql.ref(column)} in (${sql.join(runs)})` : sql``;
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} ${of}`.execute(kysely);
    return [table, Number(rows[0]?.n)] as const;
  };
  return new Map(
    await Promise.all([
      count('runs', 'id'),
      count('events', 'run'),
      count('run_screens', 'run'),
      count('first_tries', 'run'),
    ]),
  );
}

const sorted = (rows: readonly object[]): string =>
  rows
    .map((row) => JSON.stringify(row, Object.keys(row).sort()))
    .sort()
    .join('\n');

const figuresOf = async ({ kysely }: Database): Promise<string> =>
  sorted(await kysely.selectFrom('counts').selectAll().where('total', '<>', 0).execute());

/** Purges that do not what is promised, and what is to be said of each. */
export const brokenPurges: readonly (readonly [name: string, expected: RegExp, purge: (sound: Purge) => Purge])[] = [
  ['does nothing', /^runs keeps 1111/, () => async () => ({ runs: 2, learners: 0, groups: 0 })],
  [
    'keeps a row, even without a name on it',
    /^runs holds 2 rows, not 1$/,
    (sound) => async (db, before, now) => {
      const row = await db.kysely.selectFrom('runs').selectAll().where('id', '=', id('1')).executeTakeFirstOrThrow();
      const purged = await sound(db, before, now);
      await db.kysely
        .insertInto('runs')
        .values({ ...row, id: 'x', person: '', device: '' })
        .execute();
      return purged;
    },
  ],
  [
    'keeps a pseudonym',
    /^first_tries keeps aaaa/,
    (sound) => async (db, before, now) => {
      const purged = await sound(db, before, now);
      await db.kysely
        .insertInto('first_tries')
        .values({ person: id('a'), scenario: smallEdition, run: '' })
        .execute();
      return purged;
    },
  ],
  [
    'keeps a pseudonym in a table of its own',
    /^notes keeps bbbb/,
    (sound) => async (db, before, now) => {
      await db.kysely.schema.createTable('notes').addColumn('text', 'text').execute();
      await sql`insert into notes select person from runs`.execute(db.kysely);
      return sound(db, before, now);
    },
  ],
  [
    'takes what is not old',
    /^3333… is gone$/,
    (sound) => async (db, before, now) => ({ ...(await sound(db, before + 10, now)), runs: 2 }),
  ],
  [
    'takes the figures away',
    /^the figures have changed$/,
    (sound) => async (db, before, now) => {
      const purged = await sound(db, before, now);
      await db.kysely.updateTable('counts').set({ total: 1 }).execute();
      return purged;
    },
  ],
  [
    'does not set aside what was counted',
    /^a recount gives other figures$/,
    (sound) => async (db, before, now) => {
      const purged = await sound(db, before, now);
      await db.kysely.deleteFrom('kept_counts').execute();
      return purged;
    },
  ],
];
