import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCounts } from '../counting/counts.ts';
import { dialects, newDatabase, type TestDatabase } from '../testing/databases.ts';
import { smallEdition, smallScenario } from '../testing/ids.ts';
import { createIntake, type Intake } from './intake.ts';
import { receiveEvents } from './receive.ts';
import type { TouchedRun } from './take.ts';

const published = { idsOf: async (name: string) => (name === smallEdition ? smallScenario : null) };
const device = 'd'.repeat(32);
let runs = 0;
const newId = () => (++runs).toString(16).padStart(32, '0');

const started = {
  type: 'RunStarted',
  scenario: smallEdition,
  persona: 'amina',
  variant: null,
  level: 'guide-moi',
  conditions: [],
  screenSize: 'phone',
  pointer: 'touch',
};
/** Numbers a story: one event a second. */
const story = (...happenings: object[]) => happenings.map((one, seq) => ({ seq, at: seq * 1000, ...one }));
const shown = (screen: string) => ({ type: 'ScreenShown', screen });

describe.each(dialects)('intake on %s', (dialect) => {
  let open: TestDatabase;
  let intake: Intake;
  let clock = 1_000_000;
  const touched: TouchedRun[] = [];

  beforeAll(async () => {
    open = await newDatabase(dialect);
    intake = createIntake(
      open.db,
      () => clock,
      (list) => touched.push(...list),
    );
  });
  afterAll(async () => {
    await intake.close();
    await open.close();
  });

  const send = (run: string, events: readonly object[], more: object = {}) =>
    receiveEvents(
      JSON.stringify({ run, secret: 'a'.repeat(32), scenario: smallEdition, device, events, ...more }),
      published,
      intake,
    );
  const stored = async (run: string) =>
    (
      await open.db.kysely
        .selectFrom('events')
        .select(['seq', 'at', 'type'])
        .where('run', '=', run)
        .orderBy('seq')
        .execute()
    ).map((row) => ({ ...row }));
  const rowOf = (run: string) =>
    open.db.kysely.selectFrom('runs').selectAll().where('id', '=', run).executeTakeFirstOrThrow();
  const figure = async (screen: string, measure: string, detail = '', field = '') =>
    (await readCounts(open.db.kysely, smallEdition))
      .filter((row) => row.screen === screen && row.measure === measure && row.detail === detail && row.field === field)
      .reduce((total, row) => total + row.total, 0);

  it('stores a batch, says so, and tells who watches', async () => {
    const run = newId();
    const events = story(started, shown('accueil'));
    expect(await send(run, events)).toEqual({ status: 200, body: { stored: 2, refused: [] } });
    expect(await stored(run)).toEqual([
      { seq: 0, at: 0, type: 'RunStarted' },
      { seq: 1, at: 1000, type: 'ScreenShown' },
    ]);
    expect(await rowOf(run)).toMatchObject({ persona: 'amina', level: 'guide-moi', screen: 'accueil', last_seq: 1 });
    expect(touched).toContainEqual({ run, learner: null, scenario: smallEdition });
  });

  it('counts a batch sent twice once, even in the same turn', async () => {
    const run = newId();
    const before = await figure('accueil', 'visit-times');
    const events = story(started, shown('accueil'), shown('declaration'));
    const answers = await Promise.all([send(run, events), send(run, events)]);
    expect(answers.map(({ body }) => 'stored' in body && body.stored).sort()).toEqual([0, 3]);
    expect(await send(run, events)).toMatchObject({ status: 200, body: { stored: 0 } });
    expect(await stored(run)).toHaveLength(3);
    expect((await figure('accueil', 'visit-times')) - before).toBe(1);
  });

  it('comes to the same figures out of order and with a gap that is filled later', async () => {
    const run = newId();
    const events = story(
      started,
      shown('accueil'),
      { type: 'EntryRefused', screen: 'accueil', field: 'numero', rule: 'malformed' },
      shown('declaration'),
      { type: 'RunEnded', screen: 'declaration', ending: 'recue' },
    );
    const before = await figure('', 'ended', 'recue');
    await send(run, events.slice(3));
    expect(await rowOf(run)).toMatchObject({ ending: 'recue', persona: null });
    await send(run, events.slice(0, 2));
    await send(run, events.slice(2, 3));
    expect(await rowOf(run)).toMatchObject({ ending: 'recue', persona: 'amina', last_seq: 4, event_count: 5 });
    expect((await figure('', 'ended', 'recue')) - before).toBe(1);
    const tally = await open.db.kysely
      .selectFrom('run_screens')
      .select('tally')
      .where('run', '=', run)
      .where('screen', '=', 'accueil')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(tally.tally)).toMatchObject({
      visits: 1,
      passed: true,
      dwell: 2000,
      fields: { numero: { refused: { malformed: 1 } } },
    });
  });

  it('lives with a clock that is wrong: the server keeps its own time, and no time is negative', async () => {
    const run = newId();
    clock = 2_000_000;
    const late = story(started, shown('accueil'), shown('declaration')).map((one) => ({
      ...one,
      at: 9e14 - one.seq * 1000,
    }));
    expect(await send(run, late)).toMatchObject({ status: 200, body: { stored: 3 } });
    expect(await rowOf(run)).toMatchObject({ first_seen: 2_000_000, last_seen: 2_000_000 });
    clock = 1_500_000; // and the server's own goes back too
    await send(run, [{ seq: 3, at: 0, ...shown('aide') }]);
    expect(await rowOf(run)).toMatchObject({ last_seen: 2_000_000, screen: 'aide' });
    const dwells = await open.db.kysely.selectFrom('run_screens').select('tally').where('run', '=', run).execute();
    for (const { tally } of dwells) expect(JSON.parse(tally).dwell).toBeGreaterThanOrEqual(0);
  });

  it('refuses a run to whoever does not hold its secret, and stores nothing of theirs', async () => {
    const run = newId();
    await send(run, story(started));
    const theft = await send(run, [{ seq: 1, at: 1, ...shown('aide') }], { secret: 'b'.repeat(32) });
    expect(theft).toEqual({ status: 403, body: { refused: 'wrong-secret' } });
    expect(await stored(run)).toHaveLength(1);
    const row = await rowOf(run);
    expect(JSON.stringify(row)).not.toContain('a'.repeat(32));
  });

  it('settles between two secrets that arrive in one turn: the first holds', async () => {
    const run = newId();
    const [first, second] = await Promise.all([
      send(run, story(started)),
      send(run, story(started), { secret: 'b'.repeat(32) }),
    ]);
    expect([first.status, second.status]).toEqual([200, 403]);
  });

  it('names refused events, stores the others', async () => {
    const run = newId();
    const answer = await send(run, [
      ...story(started, shown('accueil')),
      { seq: 2, at: 2000, ...shown('2 84 11 69 000 007 07') },
      { seq: 3, at: 3000, ...shown('aide'), note: 'je ne comprends pas' },
      { seq: 4, at: 4000, ...shown('aide') },
    ]);
    expect(answer).toEqual({
      status: 200,
      body: {
        stored: 3,
        refused: [
          { seq: 2, why: 'unknown-id' },
          { seq: 3, why: 'unknown-key' },
        ],
      },
    });
    expect((await stored(run)).map(({ seq }) => seq)).toEqual([0, 1, 4]);
  });

  it('refuses an edition that was never published, and a run that changes scenario', async () => {
    const run = newId();
    expect(await send(run, story(started), { scenario: 'demo/petite@ffffffffffff' })).toEqual({
      status: 404,
      body: { refused: 'unknown-scenario' },
    });
    expect(await open.db.kysely.selectFrom('runs').select('id').where('id', '=', run).execute()).toEqual([]);
  });

  it.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['no events', JSON.stringify({ run: newId(), secret: 'a'.repeat(32), scenario: smallEdition, device, events: [] })],
    [
      'a short run id',
      JSON.stringify({ run: 'x', secret: 'a'.repeat(32), scenario: smallEdition, device, events: [{}] }),
    ],
    [
      'a key too many',
      JSON.stringify({ run: newId(), secret: 'a'.repeat(32), scenario: smallEdition, device, name: 'x', events: [{}] }),
    ],
  ])('refuses %s', async (_, text) => {
    expect(await receiveEvents(text, published, intake)).toEqual({ status: 400, body: { refused: 'malformed' } });
  });

  it('counts the first try of a person apart from the later ones, whichever device names them', async () => {
    const person = { device: 'e'.repeat(32) };
    const [first, second] = [newId(), newId()];
    await send(first, story(started), person);
    await send(second, story(started), person);
    expect((await rowOf(first)).first_try).toBe(1);
    expect((await rowOf(second)).first_try).toBe(0);
  });
});
