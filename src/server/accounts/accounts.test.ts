import { getMigrations } from 'better-auth/db/migration';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tables } from '../database/tables.ts';
import { dialects, newDatabase } from '../testing/databases.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { authOptions } from './auth.ts';
import { linkLife } from './links.ts';
import type { Caller, Outcome } from './staff.ts';

const origin = 'http://192.168.1.20:4321';
const secret = 'a-secret-of-at-least-thirty-two-characters';
const password = 'quatre mots au hasard';

describe.each(dialects)('accounts on %s', (kind) => {
  let db: Kysely<Tables>;
  let close: () => Promise<void>;
  let accounts: Accounts;
  let time = 0;
  const taken: string[] = [];

  beforeEach(async () => {
    const test = await newDatabase(kind);
    db = test.db.kysely;
    close = test.close;
    time = Date.UTC(2026, 10, 21);
    accounts = createAccounts({
      db,
      dialect: kind,
      secret,
      now: () => time,
      takeGroupsAway: async (trainer) => void taken.push(trainer),
    });
    taken.length = 0;
  });
  afterEach(() => close());

  const caller = (cookies: readonly string[] = [], address = '192.168.1.50'): Caller => ({
    origin,
    address,
    headers: new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }),
  });
  const cookiesOf = (outcome: Outcome) => {
    if (!outcome.ok) throw new Error(outcome.why);
    return outcome.cookies;
  };
  async function firstTrainer(name = 'Nadia') {
    const token = await accounts.firstLink();
    const outcome = await accounts.redeem(caller(), token ?? '', { name, password });
    const session = await accounts.session(caller(cookiesOf(outcome)));
    if (session === null) throw new Error('not signed in');
    return session.staff;
  }

  it('has the tables that the installed better-auth wants', async () => {
    const plan = await getMigrations(authOptions({ db, dialect: kind, secret, origin }));
    expect(plan.toBeCreated).toEqual([]);
    expect(plan.toBeAdded).toEqual([]);
    expect(plan.schemaProblems).toEqual([]);
  });

  it('creates the first trainer by a link that works once', async () => {
    const token = (await accounts.firstLink()) ?? '';
    expect(await accounts.readLink(token)).toMatchObject({ kind: 'first' });
    const made = await accounts.redeem(caller(), token, { name: 'Nadia', password });
    const session = await accounts.session(caller(cookiesOf(made)));
    expect(session?.staff).toMatchObject({ name: 'Nadia', role: 'trainer' });
    expect(await accounts.readLink(token)).toBeNull();
    expect(await accounts.redeem(caller(), token, { name: 'Autre', password })).toEqual({
      ok: false,
      why: 'bad-link',
    });
    expect(await accounts.firstLink()).toBeNull();
  });

  it('makes one first trainer of two links printed at two starts', async () => {
    const [one, two] = [await accounts.firstLink(), await accounts.firstLink()];
    cookiesOf(await accounts.redeem(caller(), one ?? '', { name: 'Nadia', password }));
    expect(await accounts.redeem(caller(), two ?? '', { name: 'Paul', password })).toEqual({
      ok: false,
      why: 'bad-link',
    });
  });

  it('refuses an expired link, and keeps only hashes of links', async () => {
    const token = (await accounts.firstLink()) ?? '';
    const rows = await db.selectFrom('staff_links').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    time += linkLife.first + 1;
    expect(await accounts.readLink(token)).toBeNull();
  });

  it('keeps the link when the form has to be corrected', async () => {
    const token = (await accounts.firstLink()) ?? '';
    expect(await accounts.redeem(caller(), token, { name: ' \u202e ', password })).toEqual({
      ok: false,
      why: 'name-missing',
    });
    expect(await accounts.redeem(caller(), token, { name: 'Nadia', password: 'court' })).toEqual({
      ok: false,
      why: 'password-short',
    });
    expect((await accounts.redeem(caller(), token, { name: 'Nadia', password })).ok).toBe(true);
  });

  it('invites a colleague with the role given, and refuses a name that is taken', async () => {
    const nadia = await firstTrainer();
    const token = await accounts.invite(nadia, 'designer');
    expect(await accounts.redeem(caller(), token, { name: 'nadia', password })).toEqual({
      ok: false,
      why: 'name-taken',
    });
    const made = await accounts.redeem(caller(), token, { name: 'Łucja', password });
    expect((await accounts.session(caller(cookiesOf(made))))?.staff).toMatchObject({ name: 'Łucja', role: 'designer' });
    expect((await accounts.team()).map(({ name }) => name).sort()).toEqual(['Nadia', 'Łucja']);
  });

  it('signs in whatever the case and accents of the name, and says nothing more when it fails', async () => {
    await firstTrainer('Hélène B.');
    expect((await accounts.signIn(caller(), ' helene b ', password)).ok).toBe(true);
    expect(await accounts.signIn(caller(), 'Hélène B.', 'pas le bon du tout')).toEqual({ ok: false, why: 'wrong' });
    expect(await accounts.signIn(caller(), 'Inconnue', password)).toEqual({ ok: false, why: 'wrong' });
  });

  it('takes a long name in any script', async () => {
    const name = 'नादिया'.repeat(10);
    await firstTrainer(name);
    expect((await accounts.signIn(caller(), name, password)).ok).toBe(true);
  });

  it('stops after ten wrong passwords, for that address, for a quarter of an hour', async () => {
    await firstTrainer();
    for (let i = 0; i < 10; i++) await accounts.signIn(caller(), 'Nadia', 'pas le bon du tout');
    expect(await accounts.signIn(caller(), 'Nadia', password)).toEqual({ ok: false, why: 'too-many-tries' });
    expect((await accounts.signIn(caller([], '192.168.1.51'), 'Nadia', password)).ok).toBe(true);
    time += 15 * 60 * 1000;
    expect((await accounts.signIn(caller(), 'Nadia', password)).ok).toBe(true);
    expect(JSON.stringify(await db.selectFrom('throttles').selectAll().execute())).not.toContain('192.168');
  });

  it('resets a forgotten password by a link, and puts out who knew the old one', async () => {
    const nadia = await firstTrainer();
    const before = cookiesOf(await accounts.signIn(caller(), 'Nadia', password));
    const token = (await accounts.resetLink(nadia, nadia.id)) ?? '';
    expect(await accounts.readLink(token)).toMatchObject({ kind: 'reset', name: 'Nadia' });
    expect((await accounts.redeem(caller(), token, { name: '', password: 'un autre, bien plus long' })).ok).toBe(true);
    expect(await accounts.session(caller(before))).toBeNull();
    expect(await accounts.signIn(caller(), 'Nadia', password)).toEqual({ ok: false, why: 'wrong' });
    expect(await accounts.resetLink(nadia, 'nobody')).toBeNull();
  });

  it('tells a person who made a link for their password, used or not, and tells nobody else', async () => {
    const nadia = await firstTrainer();
    const cookies = cookiesOf(
      await accounts.redeem(caller(), await accounts.invite(nadia, 'trainer'), { name: 'Paul', password }),
    );
    const paul = (await accounts.session(caller(cookies)))?.staff ?? nadia;
    await accounts.resetLink(paul, paul.id);
    expect(await accounts.resets(paul)).toEqual([]);
    await accounts.resetLink(nadia, paul.id);
    time += 1_000;
    const token = (await accounts.resetLink(nadia, paul.id)) ?? '';
    await accounts.redeem(caller(), token, { name: '', password: 'un autre, bien plus long' });
    expect(await accounts.resets(paul)).toEqual([
      { by: 'Nadia', at: time, usedAt: time },
      { by: 'Nadia', at: time - 1_000, usedAt: null },
    ]);
    expect(await accounts.resets(nadia)).toEqual([]);
    await accounts.remove(paul, nadia.id);
    expect((await accounts.resets(paul)).map(({ by }) => by)).toContain(null);
  });

  it('changes one’s own password only with the present one', async () => {
    const nadia = await firstTrainer();
    const cookies = cookiesOf(await accounts.signIn(caller(), 'Nadia', password));
    expect(await accounts.changePassword(caller(cookies), nadia, 'pas le bon', 'un autre, bien plus long')).toEqual({
      ok: false,
      why: 'wrong',
    });
    expect((await accounts.changePassword(caller(cookies), nadia, password, 'un autre, bien plus long')).ok).toBe(true);
    expect((await accounts.signIn(caller(), 'Nadia', 'un autre, bien plus long')).ok).toBe(true);
  });

  it('signs out', async () => {
    await firstTrainer();
    const cookies = cookiesOf(await accounts.signIn(caller(), 'Nadia', password));
    expect((await accounts.signOut(caller(cookies))).join()).toMatch(/Max-Age=0/);
    expect(await accounts.session(caller(cookies))).toBeNull();
  });

  it('gives cookies that scripts and other sites cannot use, secure over https only', async () => {
    await firstTrainer();
    const plain = cookiesOf(await accounts.signIn(caller(), 'Nadia', password)).join('\n');
    expect(plain).toMatch(/HttpOnly; SameSite=Lax/i);
    expect(plain).not.toMatch(/Secure/);
    const over = await accounts.signIn({ ...caller(), origin: 'https://replique.example' }, 'Nadia', password);
    expect(cookiesOf(over).join('\n')).toMatch(/Secure/);
  });

  it('removes a colleague, never oneself', async () => {
    const nadia = await firstTrainer();
    const token = await accounts.invite(nadia, 'trainer');
    const cookies = cookiesOf(await accounts.redeem(caller(), token, { name: 'Paul', password }));
    const paul = (await accounts.session(caller(cookies)))?.staff;
    expect(await accounts.remove(nadia, nadia.id)).toBe(false);
    expect(taken).toEqual([]);
    expect(await accounts.remove(nadia, paul?.id ?? '')).toBe(true);
    expect(taken).toEqual([paul?.id]);
    expect(await accounts.session(caller(cookies))).toBeNull();
  });

  describe('passkeys', () => {
    const here = 'http://localhost:4321';
    /** As better-auth would have added it. */
    const add = (staff: string, id: string, at: number) =>
      db
        .insertInto('staff_passkey' as never)
        .values({
          id,
          userId: staff,
          publicKey: 'x',
          credentialID: id,
          counter: 0,
          deviceType: 'singleDevice',
          backedUp: kind === 'sqlite' ? 0 : false,
          createdAt: kind === 'sqlite' ? new Date(at).toISOString() : new Date(at),
        } as never)
        .execute();
    async function nadia() {
      await firstTrainer();
      const enter = async () => {
        const outcome = await accounts.signIn({ ...caller(), origin: here }, 'Nadia', password);
        return { ...caller(cookiesOf(outcome)), origin: here };
      };
      const who = await enter();
      const staff = (await accounts.session(who))?.staff;
      if (!staff) throw new Error('not signed in');
      return { who, staff, enter };
    }

    it('are listed by date, and taken away one by one; other devices are then signed out', async () => {
      const { who, staff, enter } = await nadia();
      const other = await enter();
      await add(staff.id, 'nouvelle', time + 5000);
      await add(staff.id, 'ancienne', time);
      expect(await accounts.passkeys(who, staff)).toEqual([
        { id: 'ancienne', added: time, removable: true },
        { id: 'nouvelle', added: time + 5000, removable: true },
      ]);
      expect(await accounts.removePasskey(who, staff, 'ancienne')).toBe('removed');
      expect((await accounts.passkeys(who, staff)).map(({ id }) => id)).toEqual(['nouvelle']);
      expect(await accounts.session(other)).toBeNull();
      expect(await accounts.session(who)).not.toBeNull();
      // The password remains.
      expect(await accounts.removePasskey(who, staff, 'nouvelle')).toBe('removed');
      expect(await accounts.removePasskey(who, staff, 'nouvelle')).toBe('unknown');
    });

    it('of a colleague are out of reach', async () => {
      const { who, staff } = await nadia();
      const token = await accounts.invite(staff, 'trainer');
      const theirs = caller(cookiesOf(await accounts.redeem(caller(), token, { name: 'Paul', password })));
      const paul = (await accounts.session(theirs))?.staff;
      await add(paul?.id ?? '', 'de-paul', time);
      expect(await accounts.removePasskey(who, staff, 'de-paul')).toBe('unknown');
      expect(await accounts.passkeys({ ...theirs, origin: here }, paul ?? staff)).toHaveLength(1);
    });

    it('the last one stays where no password opens the account', async () => {
      const { who, staff } = await nadia();
      await db
        .updateTable('staff_account' as never)
        .set({ password: null } as never)
        .execute();
      await add(staff.id, 'une', time);
      await add(staff.id, 'deux', time + 1);
      expect(await accounts.removePasskey(who, staff, 'une')).toBe('removed');
      expect(await accounts.passkeys(who, staff)).toEqual([{ id: 'deux', added: time + 1, removable: false }]);
      expect(await accounts.removePasskey(who, staff, 'deux')).toBe('last');
      expect(await accounts.passkeys(who, staff)).toHaveLength(1);
    });
  });

  it('opens passkey endpoints alone, and only where passkeys can work', async () => {
    const ask = (path: string, from = 'http://localhost:4321') =>
      accounts.handle(new Request(from + path), from, '192.168.1.50');
    expect((await ask('/api/auth/passkey/generate-authenticate-options')).status).toBe(200);
    expect((await ask('/api/auth/sign-up/email')).status).toBe(404);
    expect((await ask('/api/auth/get-session')).status).toBe(404);
    expect((await ask('/api/auth/passkey/generate-authenticate-options', origin)).status).toBe(404);
  });
});
