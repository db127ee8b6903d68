import { randomFillSync } from 'node:crypto';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Joined, type JoinRequest, nicknames, type Outline } from '#training';
import { keyedHash } from '../accounts/secret.ts';
import type { Staff } from '../accounts/staff.ts';
import { createThrottle } from '../accounts/throttle.ts';
import { anonymiseLearners } from '../counting/anonymise.ts';
import type { Tables } from '../database/tables.ts';
import { dialects, newDatabase } from '../testing/databases.ts';
import { addStaff } from '../testing/staff.ts';
import { createGroups, type Groups } from './groups.ts';
import { createJoin, type Join } from './join.ts';
import { createLive, type Live } from './live.ts';

const nadia: Staff = { id: 'staff-nadia', name: 'Nadia', role: 'trainer' };
const paul: Staff = { id: 'staff-paul', name: 'Paul', role: 'trainer' };
const usual = { scenario: 'bac-a-sable/essai', persona: null, level: 'je-demande', conditions: [] } as const;
const outline: Outline = {
  id: 'bac-a-sable/essai',
  hash: '0123456789ab',
  title: 'Essayer',
  service: 'Bac à sable',
  minutes: 10,
  difficulty: 'debutant',
  personas: ['amina'],
  themes: [],
  screens: [
    { id: 'un', title: 'Premier écran', left: 2, fields: {} },
    { id: 'deux', title: 'Deuxième écran', left: 1, fields: { date: 'Date de naissance' } },
  ],
  endings: { fini: { title: 'Fini', meaning: 'reussi' } },
  variants: [],
  length: 2,
};

describe.each(dialects)('groups on %s', (kind) => {
  let db: Kysely<Tables>;
  let close: () => Promise<void>;
  let groups: Groups;
  let join: Join;
  let live: Live;
  let time = 0;
  const ticks: (() => void)[] = [];
  let touch: (runs: readonly { learner: string | null }[]) => void = () => undefined;

  beforeEach(async () => {
    const test = await newDatabase(kind);
    db = test.db.kysely;
    close = test.close;
    time = Date.UTC(2026, 10, 21);
    ticks.length = 0;
    const common = { db, now: () => time, random: (bytes: Uint8Array<ArrayBuffer>) => randomFillSync(bytes) };
    const hash = keyedHash('a-secret-of-at-least-thirty-two-characters', 'test');
    groups = createGroups({
      ...common,
      takeAway: (learner) => anonymiseLearners(test.db, { learner }, time),
    });
    join = createJoin({
      ...common,
      throttle: createThrottle(db, hash, () => time),
      hash,
      titleOf: (id) => (id === outline.id ? outline.title : null),
    });
    live = createLive({
      db,
      now: () => time,
      groups,
      outlines: new Map([[outline.id, outline]]),
      onTouched: (listener) => {
        touch = listener;
        return () => {
          touch = () => undefined;
        };
      },
      every: (_, work) => {
        ticks.push(work);
        return () => undefined;
      },
    });
    await addStaff(test.db, [nadia, paul], time);
  });
  afterEach(() => close());

  const ask = (body: JoinRequest, address = '192.168.1.50') => join.answer(body, address);
  async function group(name = 'Jeudi matin') {
    const made = await groups.create(nadia, name);
    if (made === null) throw new Error('no group');
    return made;
  }
  async function joined(code: string, nickname: string): Promise<Joined> {
    const { body } = await ask({ code, nickname });
    if (!('token' in body)) throw new Error(JSON.stringify(body));
    return body;
  }
  async function run(learner: string, more: Record<string, unknown> = {}, id = learner) {
    const row = {
      id,
      secret_hash: '',
      scenario: 'bac-a-sable/essai@0123456789ab',
      device: 'd',
      learner,
      person: learner,
      first_try: 1,
      persona: 'amina',
      variant: null,
      level: 'guide-moi',
      first_seen: time,
      last_seen: time,
      last_seq: 0,
      event_count: 1,
      tally: '{}',
      ending: null,
      screen: 'un',
      ...more,
    };
    await db.insertInto('runs').values(row).execute();
  }
  const event = (id: string, seq: number, type: string, body: object) =>
    db
      .insertInto('events')
      .values({ run: id, seq, at: seq, type, body: JSON.stringify(body), received: time })
      .execute();

  it('creates a group from a name alone, cleaned', async () => {
    const made = await group('  Jeudi\u202e <b>matin</b>\u0007 ');
    expect(made.name).toBe('Jeudi <b>matin</b>');
    expect(made.code).toMatch(/^[CDFGHJKMNPRTWXY34679]{4}-[CDFGHJKMNPRTWXY34679]{4}$/);
    expect(await groups.create(nadia, '\u200b \n')).toBeNull();
    expect((await group('x'.repeat(500))).name).toHaveLength(60);
  });

  it('shows a group to its trainer only', async () => {
    const { id, code } = await group();
    const learner = await joined(code, 'Mésange');
    expect(await groups.own(paul, id)).toBeNull();
    expect(await groups.list(paul)).toEqual([]);
    expect(await groups.learners(paul, id)).toEqual([]);
    expect(await groups.rename(paul, id, 'À moi')).toBe(false);
    expect(await groups.close(paul, id, true)).toBe(false);
    expect(await groups.assign(paul, id, usual)).toBe(false);
    expect(await groups.removeLearner(paul, id, learner.learner)).toBe(false);
    expect(await live.board(paul, id)).toBeNull();
    expect(await groups.own(nadia, id)).toMatchObject({ name: 'Jeudi matin', closedAt: null, assignment: null });
    expect(await groups.list(nadia)).toMatchObject([{ id, learners: 1 }]);
  });

  it('lets a learner in by code and nickname, and back in by the personal code', async () => {
    const { id, code } = await group();
    await groups.assign(nadia, id, { ...usual, level: 'tout-seul' });
    await groups.assign(nadia, id, { ...usual, level: 'guide-moi', conditions: ['slow'] });
    const choice = await ask({ code: code.toLowerCase().replace('-', ' ') });
    expect(choice).toMatchObject({ status: 200, body: { group: { name: 'Jeudi matin' }, nicknames } });
    const learner = await joined(code, 'Mésange');
    expect(learner.assignment).toEqual({ ...usual, title: 'Essayer', level: 'guide-moi', conditions: ['slow'] });
    expect(await join.isLearner(learner.learner, learner.token)).toBe(true);
    expect(await join.isLearner(learner.learner, 'another')).toBe(false);

    const back = await ask({ resume: learner.resume });
    expect(back).toMatchObject({ status: 200, body: { learner: learner.learner, nickname: 'Mésange' } });
    const token = 'token' in back.body ? back.body.token : '';
    expect(await join.isLearner(learner.learner, token)).toBe(true);
    expect(await join.isLearner(learner.learner, learner.token)).toBe(false);
  });

  it('keeps neither token nor personal code in clear', async () => {
    const { code } = await group();
    const learner = await joined(code, 'Mésange');
    const kept = JSON.stringify(await db.selectFrom('learners').selectAll().execute());
    expect(kept).not.toContain(learner.token);
    expect(kept).not.toContain(learner.resume);
  });

  it('gives a nickname once, offers the others, and refuses one that is not in the list', async () => {
    const { code } = await group();
    const both = await Promise.all([ask({ code, nickname: 'Cerisier' }), ask({ code, nickname: 'Cerisier' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await ask({ code, nickname: 'Dupont Marie' })).toMatchObject({
      status: 409,
      body: { error: 'nickname-taken' },
    });
    const choice = await ask({ code });
    expect('nicknames' in choice.body && choice.body.nicknames).not.toContain('Cerisier');
  });

  it('says what is wrong with a code', async () => {
    expect(await ask({ code: 'bonjour' })).toMatchObject({ status: 404, body: { error: 'unknown-code' } });
    expect(await ask({ code: 'CCCC-CCCC' })).toMatchObject({ status: 404, body: { error: 'unknown-code' } });
    expect(await join.answer(null, '192.168.1.50')).toMatchObject({ status: 400 });
  });

  it('closes and opens again', async () => {
    const { id, code } = await group();
    const learner = await joined(code, 'Mésange');
    await groups.close(nadia, id, true);
    expect(await ask({ code })).toMatchObject({ status: 410, body: { error: 'closed' } });
    expect(await ask({ resume: learner.resume })).toMatchObject({ status: 410 });
    await groups.close(nadia, id, false);
    expect((await ask({ code })).status).toBe(200);
  });

  it('takes a learner out: token, code and line are gone, the nickname is free', async () => {
    const { id, code } = await group();
    const learner = await joined(code, 'Mésange');
    expect(await groups.removeLearner(nadia, id, learner.learner)).toBe(true);
    expect(await join.isLearner(learner.learner, learner.token)).toBe(false);
    expect((await ask({ resume: learner.resume })).status).toBe(404);
    expect((await live.board(nadia, id))?.counts.here).toBe(0);
    expect((await joined(code, 'Mésange')).learner).not.toBe(learner.learner);
  });

  it('shows each learner’s latest run, and who is stuck on what', async () => {
    const { id, code } = await group();
    const [one, two, three] = [
      await joined(code, 'Mésange'),
      await joined(code, 'Cerisier'),
      await joined(code, 'Dune'),
    ];
    await run(one.learner, { first_seen: time - 600_000, last_seen: time - 500_000 }, 'old');
    await run(one.learner, { first_seen: time - 300_000, last_seen: time - 1000, screen: 'deux' });
    time -= 120_000;
    await event(one.learner, 7, 'StuckOpened', { screen: 'deux', field: 'date', rules: ['same-rule-again'] });
    time += 120_000;
    await run(two.learner, { screen: null, ending: 'fini' });
    await run(three.learner);
    await event(three.learner, 3, 'StuckOpened', { screen: 'un', field: null, rules: ['wandering'] });
    await event(three.learner, 4, 'StuckClosed', { screen: 'un', field: null });
    const board = await live.board(nadia, id);
    expect(board?.helpFirst).toMatchObject([
      {
        nickname: 'Mésange',
        screen: 'Deuxième écran',
        minutes: 5,
        level: 'guide-moi',
        progress: { done: 1, of: 2 },
        standing: { kind: 'stuck', minutes: 2, rule: 'same-rule-again', field: 'Date de naissance' },
      },
    ]);
    expect(board?.others).toMatchObject([
      { nickname: 'Cerisier', standing: { kind: 'ended', meaning: 'reussi' } },
      { nickname: 'Dune', standing: { kind: 'going' } },
    ]);
    expect(board?.counts).toEqual({ here: 3, started: 3, toHelp: 1, done: 1 });
  });

  it('tells a watcher when somebody of the group moved, whoever wrote it', async () => {
    const { id, code } = await group();
    const learner = await joined(code, 'Mésange');
    let told = 0;
    const stop = live.watch(nadia, id, () => {
      told++;
    });
    const tick = () => {
      for (const one of ticks) one();
      return told;
    };
    await expect.poll(() => told).toBe(1); // it watches
    // By the clock: another process took the events, and said nothing.
    await run(learner.learner);
    await expect.poll(tick).toBe(2);
    // By a notice, for its own learners only.
    await db.updateTable('runs').set({ event_count: 2 }).execute();
    touch([{ learner: null }, { learner: 'of another group' }]);
    await db.selectFrom('runs').selectAll().execute();
    expect(told).toBe(2);
    await expect
      .poll(() => {
        touch([{ learner: learner.learner }]);
        return told;
      })
      .toBe(3);
    stop();
    await db.updateTable('runs').set({ event_count: 3 }).execute();
    tick();
    touch([{ learner: learner.learner }]);
    await db.selectFrom('runs').selectAll().execute();
    expect(told).toBe(3);
  });
});
