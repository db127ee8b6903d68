import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '#recording';
import type { Staff } from '../accounts/staff.ts';
import { createIntake, type Intake } from '../intake/intake.ts';
import { dialects, newDatabase, type TestDatabase } from '../testing/databases.ts';
import { smallEdition } from '../testing/ids.ts';
import { brokenPurges, faultsOfPurge } from '../testing/purge-faults.ts';
import { addStaff } from '../testing/staff.ts';
import { purge } from './purge.ts';
import { rebuildCounts, recount } from './rebuild.ts';

const day = 24 * 60 * 60 * 1000;
const today = Date.UTC(2026, 10, 27);
const aYearAgo = today - 365 * day;
const nadia: Staff = { id: 'staff-nadia', name: 'Nadia', role: 'trainer' };
const id = (digit: string): string => digit.repeat(32);

describe.each(dialects)('the purge after a year, on %s', (dialect) => {
  let open: TestDatabase;
  let intake: Intake;
  let clock = 0;
  beforeEach(async () => {
    open = await newDatabase(dialect);
    intake = createIntake(
      open.db,
      () => clock,
      () => undefined,
    );
    await addStaff(open.db, [nadia], aYearAgo - 60 * day);
  });
  afterEach(async () => {
    await intake.close();
    await open.close();
  });

  /** A run of one person, last touched `at`. */
  const played = async (run: string, person: string, at: number, screens: readonly string[], from = 0) => {
    clock = at;
    const events = screens.map(
      (screen, step) =>
        ({ run, seq: from + step, at: step * 1000, type: 'ScreenShown', screen }) as unknown as RunEvent,
    );
    return intake.take({ run, secretHash: 's', scenario: smallEdition, device: person, learner: null, events });
  };
  const figures = async (): Promise<readonly string[]> => {
    const rows = await open.db.kysely.selectFrom('counts').selectAll().where('total', '<>', 0).execute();
    return rows.map(nameOf).sort();
  };
  const nameOf = (row: object): string => JSON.stringify(row, Object.keys(row).sort());
  /** Everything that the database holds, but the figures and the numbers of runs that may not come again. */
  const everything = async (): Promise<string> => {
    const { kysely } = open.db;
    const tables = [
      'runs',
      'events',
      'run_screens',
      'first_tries',
      'learners',
      'groups',
      'kept_counts',
      'counts',
    ] as const;
    return JSON.stringify(await Promise.all(tables.map((table) => kysely.selectFrom(table).selectAll().execute())));
  };

  it('takes away the runs that nobody has touched, and leaves every figure as it was', async () => {
    await played(id('1'), id('a'), aYearAgo - 1, ['accueil', 'declaration']);
    await played(id('2'), id('b'), aYearAgo - 90 * day, ['accueil', 'aide', 'accueil']);
    await played(id('3'), id('c'), aYearAgo + 1, ['accueil']);
    const before = await figures();
    expect(before.length).toBeGreaterThan(3);
    expect(await purge(open.db, aYearAgo, today)).toEqual({ runs: 2, learners: 0, groups: 0 });
    expect(await figures()).toEqual(before);
    const left = await everything();
    for (const gone of [id('1'), id('2'), id('a'), id('b')]) expect(left).not.toContain(gone);
    for (const stays of [id('3'), id('c')]) expect(left).toContain(stays);
    expect(await purge(open.db, aYearAgo, today)).toEqual({ runs: 0, learners: 0, groups: 0 });
  });

  it('leaves nothing in any table that leads to anybody, and takes no more', async () => {
    expect(await faultsOfPurge(open.db, purge, aYearAgo)).toEqual([]);
  });

  it.each(brokenPurges)('is caught if it %s', async (_, expected, broken) => {
    expect(await faultsOfPurge(open.db, broken(purge), aYearAgo)).toContainEqual(expect.stringMatching(expected));
  });

  it('a recount from what is left still gives the same figures, purge after purge', async () => {
    await played(id('1'), id('a'), aYearAgo - 1, ['accueil', 'declaration']);
    await played(id('2'), id('b'), aYearAgo - 2, ['accueil']);
    await played(id('3'), id('c'), today, ['accueil', 'aide']);
    const before = await figures();
    await purge(open.db, aYearAgo - 1, today);
    await purge(open.db, aYearAgo, today);
    expect((await recount(open.db)).map(nameOf).sort()).toEqual(before);
    await rebuildCounts(open.db);
    expect(await figures()).toEqual(before);
  });

  it('does not count again what a device forgotten in a drawer sends at last', async () => {
    await played(id('1'), id('a'), aYearAgo - 1, ['accueil', 'declaration']);
    await purge(open.db, aYearAgo, today);
    const before = await figures();
    await played(id('1'), id('a'), today, ['accueil', 'declaration', 'aide']);
    expect(await figures()).toEqual(before);
    expect(await everything()).not.toContain(id('a'));
  });

  it('leaves a run that was taken up again, and takes learners and closed groups that nothing holds', async () => {
    const { kysely } = open.db;
    const group = (name: string, closed_at: number | null) => ({
      id: `g-${name}`,
      owner: nadia.id,
      name,
      code: name,
      created_at: aYearAgo - 9 * day,
      closed_at,
    });
    await kysely
      .insertInto('groups')
      .values([group('ferme', aYearAgo - 1), group('ouvert', null), group('recent', aYearAgo + 1)])
      .execute();
    const learner = (name: string, of: string, created_at: number) => ({
      id: id(name),
      group_id: `g-${of}`,
      nickname: name,
      token_hash: name,
      resume_hash: name,
      created_at,
    });
    await kysely
      .insertInto('learners')
      .values([
        learner('1', 'ferme', aYearAgo - 5),
        learner('2', 'ouvert', aYearAgo - 5),
        learner('3', 'ouvert', aYearAgo + 5),
      ])
      .execute();
    await played(id('a'), id('d'), aYearAgo - 8, ['accueil']);
    await kysely
      .updateTable('runs')
      .set({ learner: id('2') })
      .execute();
    await played(id('a'), id('d'), aYearAgo + 8, ['aide'], 1);
    expect(await purge(open.db, aYearAgo, today)).toEqual({ runs: 0, learners: 1, groups: 1 });
    expect(
      (await kysely.selectFrom('learners').select('nickname').orderBy('nickname').execute()).map((row) => row.nickname),
    ).toEqual(['2', '3']);
    expect((await kysely.selectFrom('groups').select('name').orderBy('name').execute()).map((row) => row.name)).toEqual(
      ['ouvert', 'recent'],
    );
  });

  it('takes staff sessions that are over, and links that ended long ago', async () => {
    const { kysely } = open.db;
    const date = (time: number) => (dialect === 'sqlite' ? new Date(time).toISOString() : new Date(time)) as never;
    for (const [token, end] of [
      ['finie', today - 1],
      ['ouverte', today + day],
    ] as const)
      await sql`insert into staff_session (id, token, "userId", "expiresAt", "createdAt", "updatedAt")
        values (${token}, ${token}, ${nadia.id}, ${date(end)}, ${date(0)}, ${date(0)})`.execute(kysely);
    const link = (token_hash: string, expires_at: number) =>
      ({
        token_hash,
        kind: 'first',
        role: null,
        staff: null,
        created_by: null,
        created_at: 0,
        expires_at,
        used_at: null,
      }) as const;
    await kysely
      .insertInto('staff_links')
      .values([link('vieux', aYearAgo - 1), link('jeune', today)])
      .execute();
    await purge(open.db, aYearAgo, today);
    const sessions = await sql<{ token: string }>`select token from staff_session`.execute(kysely);
    expect(sessions.rows).toMatchObject([{ token: 'ouverte' }]);
    expect(await kysely.selectFrom('staff_links').select('token_hash').execute()).toMatchObject([
      { token_hash: 'jeune' },
    ]);
  });

  it('goes through many, by pieces', async () => {
    const runs = Array.from({ length: 230 }, (_, at) => at.toString(16).padStart(32, '0'));
    await Promise.all(runs.map((run) => played(run, run, aYearAgo - 1, ['accueil'])));
    const before = await figures();
    const [one, two] = await Promise.all([purge(open.db, aYearAgo, today), purge(open.db, aYearAgo, today)]);
    expect(one.runs + two.runs).toBe(230);
    expect(await figures()).toEqual(before);
    expect((await recount(open.db)).map(nameOf).sort()).toEqual(before);
  });
});
