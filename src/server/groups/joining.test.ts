import { randomFillSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Joined, type JoinRequest, nicknames } from '#training';
import { keyedHash } from '../accounts/secret.ts';
import type { Staff } from '../accounts/staff.ts';
import { createThrottle } from '../accounts/throttle.ts';
import { dialects, newDatabase } from '../testing/databases.ts';
import { addStaff } from '../testing/staff.ts';
import { createGroups, type Groups } from './groups.ts';
import { createJoin, type Join } from './join.ts';

const nadia: Staff = { id: 'staff-nadia', name: 'Nadia', role: 'trainer' };
const room = '192.168.1.50';
const tenMinutes = 10 * 60 * 1000;

describe.each(dialects)('a room behind one address, on %s', (kind) => {
  let close: () => Promise<void>;
  let groups: Groups;
  let join: Join;
  let looked = 0;
  let time = 0;
  let code = '';

  beforeEach(async () => {
    const { db, ...test } = await newDatabase(kind);
    close = test.close;
    time = Date.UTC(2026, 10, 21);
    const common = {
      db: db.kysely as never,
      now: () => time,
      random: (b: Uint8Array<ArrayBuffer>) => randomFillSync(b),
    };
    const hash = keyedHash('a-secret-of-at-least-thirty-two-characters', 'test');
    groups = createGroups({ ...common, takeAway: async () => undefined });
    looked = 0;
    join = createJoin({
      ...common,
      throttle: createThrottle(common.db, hash, () => time),
      // Personal codes are hashed to be looked up, and when they are made.
      hash: (text) => {
        looked++;
        return hash(text);
      },
      titleOf: () => null,
    });
    await addStaff(db, [nadia], time);
    code = (await groups.create(nadia, 'Jeudi'))?.code ?? '';
  });
  afterEach(() => close());

  const ask = (body: JoinRequest, address = room) => join.answer(body, address);
  const statusOf = async (body: JoinRequest, address = room) => (await ask(body, address)).status;
  const enter = async (nickname: string, address = room) => (await ask({ code, nickname }, address)).body as Joined;
  /** Codes that nobody has, each another. */
  const slip = (n: number): string => {
    const letter = (at: number) => 'CDFGHJKMNPRTWXY34679'.charAt(at % 20);
    return `CCCC-CC${letter(Math.floor(n / 20))}${letter(n)}`;
  };
  const slips = async (count: number, as: 'code' | 'resume' = 'code', from = 0) => {
    const statuses: number[] = [];
    for (let n = from; n < from + count; n++)
      statuses.push(await statusOf(as === 'code' ? { code: slip(n) } : { resume: slip(n) }));
    return statuses;
  };

  it('has thirty wrong codes looked up in ten minutes; then neither a wrong nor a right one is', async () => {
    expect(new Set(await slips(30))).toEqual(new Set([404]));
    const { resume } = await enter('Dune', '192.168.9.9');
    const before = looked;
    const right = await ask({ code });
    expect(right).toMatchObject({ status: 429, body: { error: 'too-many-tries' } });
    expect(await ask({ code: slip(99) })).toEqual(right);
    expect(await ask({ resume })).toEqual(right);
    expect(looked).toBe(before);
    expect(await statusOf({ code }, '192.168.1.51')).toBe(200);
    time += tenMinutes;
    expect(await statusOf({ code })).toBe(200);
  });

  it('cannot have more looked up by asking all at once', async () => {
    const all = await Promise.all(Array.from({ length: 120 }, (_, n) => statusOf({ resume: slip(n) })));
    expect(all.filter((status) => status === 404)).toHaveLength(30);
    expect(looked).toBe(30);
  });

  it('does not count what cannot be a code', async () => {
    for (let n = 0; n < 40; n++) expect(await statusOf({ code: `bonjour ${n}` })).toBe(404);
    for (let n = 0; n < 40; n++) expect(await statusOf({ resume: 'AEIOU-000' })).toBe(404);
    expect(await statusOf({ code })).toBe(200);
  });

  it('counts once a code that thirty copied wrong from the board, and does not look it up again', async () => {
    for (let n = 0; n < 30; n++) expect(await statusOf({ resume: slip(0) })).toBe(404);
    expect(looked).toBe(1);
    await Promise.all(Array.from({ length: 30 }, () => statusOf({ resume: slip(1) })));
    expect(looked).toBe(2);
    expect(new Set(await slips(28, 'resume', 2))).toEqual(new Set([404]));
    expect(await statusOf({ resume: slip(50) })).toBe(429);
  });

  it('lets thirty people in who each slipped once, when one of the room or the trainer has the code there', async () => {
    const by = {
      'a learner': () => enter('Mésange'),
      'the trainer': () => join.vouch(code, room),
    };
    for (const come of Object.values(by)) {
      await come();
      expect(new Set(await slips(40))).toEqual(new Set([404, 429]));
      expect(await statusOf({ code })).toBe(200);
      time += 24 * 60 * 60 * 1000;
    }
    await join.vouch(code, room);
    await slips(30);
    const free = nicknames.filter((nickname) => nickname !== 'Mésange').slice(0, 30);
    for (const nickname of free) {
      expect(await statusOf({ code })).toBe(200);
      expect(await statusOf({ code, nickname })).toBe(200);
    }
  });

  it('lets thirty press Enter at the same instant', async () => {
    const free = nicknames.slice(0, 40);
    const statuses = await Promise.all(free.map((nickname) => statusOf({ code, nickname })));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('lets back in who lost their place, by a code that was given there, and tells nothing of others', async () => {
    const [here, elsewhere] = [await enter('Mésange'), await enter('Dune', '192.168.9.9')];
    await slips(40);
    expect(await statusOf({ resume: here.resume })).toBe(200);
    expect(await ask({ resume: elsewhere.resume })).toEqual(await ask({ resume: slip(99) }));
    // A personal code is no group’s, and the other way round: neither is known as the other.
    expect(await statusOf({ code: here.resume })).toBe(429);
    expect(await statusOf({ resume: code })).toBe(429);
  });

  it('knows a code for half a day', async () => {
    await enter('Mésange');
    time += 12 * 60 * 60 * 1000;
    await slips(30);
    expect(await statusOf({ code })).toBe(429);
  });

  it('is held to three hundred requests in ten minutes, whatever they are', async () => {
    await join.vouch(code, room);
    for (let n = 0; n < 300; n++) await ask({ code: 'bonjour' });
    expect(await statusOf({ code })).toBe(429);
  });
});
