import { randomFillSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Joined } from '#training';
import { keyedHash } from '../accounts/secret.ts';
import type { Staff } from '../accounts/staff.ts';
import { createThrottle } from '../accounts/throttle.ts';
import { recount } from '../counting/rebuild.ts';
import { createReports, type Reports } from '../counting/reports.ts';
import { createIntake, type Intake } from '../intake/intake.ts';
import { publishScenarios } from '../intake/published.ts';
import { receiveEvents } from '../intake/receive.ts';
import { dialects, newDatabase, type TestDatabase } from '../testing/databases.ts';
import { smallEdition, smallScenario } from '../testing/ids.ts';
import { addStaff } from '../testing/staff.ts';
import { createCopies } from './copies.ts';
import { createErasing, type Erasing } from './erasing.ts';
import { createGroups, type Groups } from './groups.ts';
import { createJoin, type Join } from './join.ts';

const nadia: Staff = { id: 'staff-nadia', name: 'Nadia', role: 'trainer' };
const paul: Staff = { id: 'staff-paul', name: 'Paul', role: 'trainer' };
/** The pseudonym of the device that makes a run. */
const device = (run: string) => `d${run.slice(1)}`;
const now = () => Date.UTC(2026, 10, 21);

describe.each(dialects)('a trainer who erases, on %s', (dialect) => {
  let test: TestDatabase;
  let groups: Groups;
  let join: Join;
  let erasing: Erasing;
  let intake: Intake;
  let reports: Reports;
  let send: (run: string, learner: Joined | null, screens: readonly string[], from?: number) => Promise<unknown>;
  let thursday = '';
  let code = '';

  beforeEach(async () => {
    test = await newDatabase(dialect);
    const { db } = test;
    await addStaff(db, [nadia, paul], now());
    const published = await publishScenarios(db, [smallScenario], now);
    const common = { db: db.kysely as never, now, random: (bytes: Uint8Array<ArrayBuffer>) => randomFillSync(bytes) };
    const hash = keyedHash('a-secret-of-at-least-thirty-two-characters', 'test');
    reports = createReports(db, published, now);
    groups = createGroups({ ...common, takeAway: (learner) => reports.anonymise({ learner }) });
    join = createJoin({ ...common, hash, throttle: createThrottle(common.db, hash, now), titleOf: () => null });
    erasing = createErasing({ db: common.db, groups, hash, reports });
    intake = createIntake(db, now, () => undefined);
    send = async (run, joined, screens, from = 0) => {
      const events = screens.map((screen, i) => ({
        type: 'ScreenShown',
        screen,
        seq: from + i,
        at: (from + i) * 1000,
      }));
      const batch = {
        run,
        secret: 'a'.repeat(32),
        scenario: smallEdition,
        device: device(run),
        ...(joined && { learner: joined.learner, token: joined.token }),
        events,
      };
      return (await receiveEvents(JSON.stringify(batch), published, intake)).body;
    };
    const group = await groups.create(nadia, 'Jeudi');
    thursday = group?.id ?? '';
    code = group?.code ?? '';
  });
  afterEach(async () => {
    await intake.close();
    await test.close();
  });

  const joined = async (nickname: string) => (await join.answer({ code, nickname }, '::1')).body as Joined;
  const runs = async () =>
    (await test.db.kysely.selectFrom('runs').select('id').orderBy('id').execute()).map((r) => r.id);
  const arrivals = async (): Promise<Record<string, number>> => {
    const rows = await test.db.kysely.selectFrom('counts').selectAll().where('total', '<>', 0).execute();
    const name = (row: object) => JSON.stringify(row, Object.keys(row).sort());
    expect(rows.map(name).sort()).toEqual((await recount(test.db)).map(name).sort());
    const sums: Record<string, number> = {};
    for (const { measure, screen, total } of rows)
      if (measure === 'arrived') sums[screen] = (sums[screen] ?? 0) + total;
    return sums;
  };
  const id = (digit: string) => digit.repeat(32);
  /** Every row of every table but the figures, to look a pseudonym up in. */
  const everything = async (): Promise<string> => {
    const tables = ['runs', 'events', 'run_screens', 'first_tries', 'learners'] as const;
    const rows = await Promise.all(tables.map((table) => test.db.kysely.selectFrom(table).selectAll().execute()));
    return JSON.stringify(rows);
  };

  it('takes one run out of the figures, and leaves the learner’s others', async () => {
    const mesange = await joined('Mésange');
    await send(id('1'), mesange, ['accueil', 'declaration']);
    await send(id('2'), mesange, ['accueil']);
    const { learner, run } = (await erasing.byCode(nadia, thursday, ` ${id('1').toUpperCase()} `)) ?? {};
    expect([learner, run]).toEqual([mesange.learner, id('1')]);
    expect(await erasing.run(nadia, thursday, id('1'))).toBe(true);
    expect(await runs()).toEqual([id('2')]);
    expect(await arrivals()).toEqual({ accueil: 1 });
    expect((await erasing.erasable(nadia, thursday, mesange.learner))?.tries).toMatchObject([{ run: id('2') }]);
    expect(await erasing.run(nadia, thursday, id('1'))).toBe(false);
    expect(await erasing.byCode(nadia, thursday, id('1'))).toBeNull();
  });

  it('erases a learner by the personal code: runs, nickname and code; the others stay', async () => {
    const [mesange, dune] = [await joined('Mésange'), await joined('Dune')];
    await send(id('1'), mesange, ['accueil', 'declaration']);
    await send(id('2'), mesange, ['accueil']);
    await send(id('3'), dune, ['accueil']);
    const found = await erasing.byCode(nadia, thursday, mesange.resume.toLowerCase().replace('-', ' '));
    expect(found).toEqual({ learner: mesange.learner, run: null });
    expect(await erasing.learner(nadia, thursday, mesange.learner)).toBe(2);
    expect(await runs()).toEqual([id('3')]);
    expect(await arrivals()).toEqual({ accueil: 1 });
    expect((await groups.learners(nadia, thursday)).map(({ nickname }) => nickname)).toEqual(['Dune']);
    expect((await join.answer({ resume: mesange.resume }, '::1')).status).toBe(404);
    expect(await erasing.learner(nadia, thursday, mesange.learner)).toBeNull();
    // Their device was in the middle of a run, and goes on.
    expect(await send(id('2'), mesange, ['declaration'], 1)).toEqual({ stored: 0, refused: [] });
    expect(await runs()).toEqual([id('3')]);
  });

  it('gives a copy of all that is kept, by the same codes, and to nobody else', async () => {
    const mesange = await joined('Mésange');
    await send(id('1'), mesange, ['accueil', 'declaration']);
    await send(id('2'), mesange, ['accueil']);
    const copies = createCopies({ db: test.db.kysely as never, erasing });
    const whole = await copies.byCode(nadia, thursday, mesange.resume);
    expect(whole).toMatchObject({ nickname: 'Mésange', joinedAt: '2026-11-21T00:00:00.000Z' });
    expect(whole?.runs.map(({ run, events }) => [run, events.length])).toEqual([
      [id('1'), 2],
      [id('2'), 1],
    ]);
    const one = await copies.byCode(nadia, thursday, id('1'));
    expect(one?.runs.map(({ events }) => events)).toEqual([
      [
        { seq: 0, at: 0, type: 'ScreenShown', screen: 'accueil' },
        { seq: 1, at: 1000, type: 'ScreenShown', screen: 'declaration' },
      ],
    ]);
    expect(JSON.stringify(whole)).not.toMatch(/hash|secret|token/);
    const others = await groups.create(paul, 'Vendredi');
    for (const [by, group] of [
      [paul, thursday],
      [paul, others?.id ?? ''],
    ] as const)
      expect(await copies.byCode(by, group, mesange.resume)).toBeNull();
  });

  it('makes anonymous at once what a learner did who is taken out: figures stay, pseudonyms leave', async () => {
    const [mesange, dune] = [await joined('Mésange'), await joined('Dune')];
    await send(id('1'), mesange, ['accueil', 'declaration']);
    await send(id('3'), dune, ['accueil']);
    const before = await arrivals();
    expect(before).toEqual({ accueil: 2, declaration: 1 });
    expect(await groups.removeLearner(nadia, thursday, mesange.learner)).toBe(true);
    expect(await arrivals()).toEqual(before);
    const kept = await everything();
    for (const gone of [mesange.learner, id('1'), device(id('1')), 'Mésange']) expect(kept).not.toContain(gone);
    expect(kept).toContain(dune.learner);
    // Their device goes on: the run is not brought back, a new one is nobody's of the group.
    expect(await send(id('1'), mesange, ['aide'], 2)).toEqual({ stored: 0, refused: [] });
    await send(id('2'), mesange, ['accueil']);
    expect(await everything()).not.toContain(mesange.learner);
    expect(await groups.removeLearner(nadia, thursday, mesange.learner)).toBe(false);
  });

  it('makes anonymous what all learners of a trainer did, before their groups go', async () => {
    const friday = await groups.create(paul, 'Vendredi');
    const mesange = await joined('Mésange');
    const theirs = (await join.answer({ code: friday?.code, nickname: 'Dune' }, '::1')).body as Joined;
    await send(id('1'), mesange, ['accueil']);
    await send(id('2'), theirs, ['accueil', 'declaration']);
    await send(id('3'), theirs, ['accueil']);
    expect(await reports.anonymise({ trainer: paul.id })).toBe(2);
    await test.db.kysely.deleteFrom('staff').where('id', '=', paul.id).execute();
    expect(await arrivals()).toEqual({ accueil: 3, declaration: 1 });
    expect(await everything()).not.toContain(theirs.learner);
    expect(await runs()).toEqual([id('1')]);
    expect(await reports.anonymise({ trainer: paul.id })).toBe(0);
  });

  it('finds in the daily purge a run whose learner went in the same instant, however young it is', async () => {
    const mesange = await joined('Mésange');
    await send(id('1'), mesange, ['accueil']);
    await send(id('2'), null, ['accueil']);
    await test.db.kysely.deleteFrom('learners').execute();
    expect(await reports.purge(365)).toMatchObject({ runs: 1 });
    expect(await runs()).toEqual([id('2')]);
    expect(await everything()).not.toContain(mesange.learner);
    expect(await arrivals()).toEqual({ accueil: 2 });
  });

  it('gives a copy of a run outside any group, and erases it, for whoever holds its code', async () => {
    await send(id('1'), null, ['accueil', 'declaration']);
    const copies = createCopies({ db: test.db.kysely as never, erasing });
    const others = await groups.create(paul, 'Vendredi');
    const written = id('1').replace(/.{4}/g, '$& ').toUpperCase();
    expect(await copies.byCode(paul, others?.id ?? '', written)).toMatchObject({
      nickname: null,
      joinedAt: null,
      runs: [{ run: id('1'), device: device(id('1')), events: [{ screen: 'accueil' }, { screen: 'declaration' }] }],
    });
    expect(await erasing.byCode(nadia, thursday, written)).toEqual({ learner: null, run: id('1') });
    expect(await erasing.alone(id('1'))).toMatchObject({ run: id('1'), scenario: 'demo/petite' });
    expect(await erasing.run(nadia, thursday, id('1'))).toBe(true);
    expect(await arrivals()).toEqual({});
    expect(await everything()).not.toContain(device(id('1')));
    expect(await erasing.byCode(nadia, thursday, written)).toBeNull();
    expect(await erasing.run(nadia, thursday, id('1'))).toBe(false);
  });

  it('finds nothing of another’s group, nor of another group of one’s own', async () => {
    const mesange = await joined('Mésange');
    await send(id('1'), mesange, ['accueil']);
    const others = await groups.create(paul, 'Vendredi');
    const mine = await groups.create(nadia, 'Samedi');
    for (const [by, group] of [
      [paul, thursday],
      [paul, others?.id ?? ''],
      [nadia, mine?.id ?? ''],
    ] as const) {
      expect(await erasing.erasable(by, group, mesange.learner)).toBeNull();
      expect(await erasing.byCode(by, group, id('1'))).toBeNull();
      expect(await erasing.byCode(by, group, mesange.resume)).toBeNull();
      expect(await erasing.run(by, group, id('1'))).toBe(false);
      expect(await erasing.alone(id('1'))).toBeNull();
      expect(await erasing.learner(by, group, mesange.learner)).toBeNull();
    }
    expect(await erasing.byCode(nadia, thursday, 'n’importe quoi')).toBeNull();
    expect(await runs()).toEqual([id('1')]);
    expect(await arrivals()).toEqual({ accueil: 1 });
  });
});
