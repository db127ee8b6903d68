import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDatabase } from '../testing/databases.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import type { Caller, Outcome } from './staff.ts';

const room = '192.168.1.50';
const password = 'quatre mots au hasard';
const tooMany = { ok: false, why: 'too-many-tries' };
const wrong = { ok: false, why: 'wrong' };

describe('a device on which somebody has signed in', () => {
  let accounts: Accounts;
  let close: () => Promise<void>;
  let time = 0;

  beforeEach(async () => {
    const { db, ...test } = await newDatabase('sqlite');
    close = test.close;
    time = Date.UTC(2026, 10, 21);
    accounts = createAccounts({
      db: db.kysely,
      dialect: 'sqlite',
      secret: 'a-secret-of-at-least-thirty-two-characters',
      now: () => time,
      takeGroupsAway: async () => undefined,
    });
  });
  afterEach(() => close());

  /** A browser that keeps its cookies. */
  function browser(address = room, origin = 'http://192.168.1.20:4321') {
    const jar = new Map<string, string>();
    const keep = (cookies: readonly string[]) => {
      for (const each of cookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
        if (/Max-Age=0/i.test(each)) jar.delete(name);
        else jar.set(name, value);
      }
    };
    const caller = (): Caller => ({
      origin,
      address,
      headers: new Headers({ cookie: [...jar].map((pair) => pair.join('=')).join('; ') }),
    });
    const kept = <T extends Outcome>(outcome: T): T => {
      if (outcome.ok) keep(outcome.cookies);
      return outcome;
    };
    return {
      jar,
      keep,
      caller,
      open: async (token: string | null, name: string) =>
        kept(await accounts.redeem(caller(), token ?? '', { name, password })),
      signIn: async (name: string, typed = password) => kept(await accounts.signIn(caller(), name, typed)),
      signOut: async (forget = false) => keep(await accounts.signOut(caller(), forget)),
      device: () => jar.get('replique.device') ?? '',
    };
  }
  async function nadia() {
    const own = browser();
    expect((await own.open(await accounts.firstLink(), 'Nadia')).ok).toBe(true);
    await own.signOut();
    return own;
  }
  async function colleague(name: string, own = browser()) {
    const session = await accounts.session((await signedIn()).caller());
    const token = await accounts.invite(session?.staff ?? { id: '', name: '', role: 'trainer' }, 'trainer');
    expect((await own.open(token, name)).ok).toBe(true);
    return own;
  }
  async function signedIn() {
    const other = browser('192.168.7.7');
    expect((await other.signIn('Nadia')).ok).toBe(true);
    return other;
  }
  /** As many tries as strangers have, counted as wrong sign-ins are: a real one takes a tenth of a second. */
  async function used(key: string, tries: number) {
    for (let turn = 0; turn < tries; turn++) await accounts.throttle.allows(key, { tries, within: 15 * 60 * 1000 });
  }
  const noise = () => used(`sign-in from ${room}`, 60);

  it('is not shut out by sixty wrong sign-ins of the room, though a new device is', async () => {
    const own = await nadia();
    await used(`sign-in from ${room}`, 59);
    expect(await browser().signIn('Paul', 'au hasard')).toEqual(wrong);
    expect(await browser().signIn('Nadia')).toEqual(tooMany);
    expect((await own.signIn('Nadia')).ok).toBe(true);
  });

  it('is not shut out by two hundred tries as that person from everywhere', async () => {
    const own = await nadia();
    await used('sign-in as nadia@compte.invalid', 199);
    expect(await browser('203.0.113.7').signIn('Nadia', 'au hasard')).toEqual(wrong);
    expect(await browser('198.51.100.1').signIn('Nadia')).toEqual(tooMany);
    expect((await own.signIn('Nadia')).ok).toBe(true);
  });

  it('has ten tries of its own in a quarter of an hour, and shuts out nobody else', async () => {
    const own = await nadia();
    for (let turn = 0; turn < 10; turn++) expect(await own.signIn('Nadia', 'au hasard')).toEqual(wrong);
    expect(await own.signIn('Nadia')).toEqual(tooMany);
    expect((await browser().signIn('Nadia')).ok).toBe(true);
    time += 15 * 60 * 1000;
    expect((await own.signIn('Nadia')).ok).toBe(true);
  });

  it('is known once a passkey has opened the account too, beside colleagues who share it', async () => {
    const shared = await nadia();
    const before = shared.device();
    await colleague('Paul', shared);
    // A passkey opens a session, and nothing else.
    const here = browser();
    await here.signIn('Nadia');
    here.jar.set('replique.device', shared.device().replace(before, '').replace(/^_|_$/g, ''));
    const session = await accounts.session(here.caller());
    const staff = session?.staff ?? { id: '', name: '', role: 'trainer' as const };
    expect(here.device()).toMatch(/^[0-9a-f.]{65}$/);
    here.keep(await accounts.rememberDevice(here.caller(), staff));
    expect(here.device()).toMatch(/^[0-9a-f.]{65}_[0-9a-f.]{65}$/);
    expect(await accounts.rememberDevice(here.caller(), staff)).toEqual([]);
    await noise();
    for (const name of ['Nadia', 'Paul']) expect((await here.signIn(name)).ok, name).toBe(true);
  });

  it('is no use for another account, nor made up', async () => {
    const own = await nadia();
    await colleague('Paul');
    await noise();
    expect(await own.signIn('Paul')).toEqual(tooMany);
    for (const forged of [
      own.device().replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      `${'0'.repeat(32)}.${'0'.repeat(32)}`,
      'quelque.chose',
      '',
    ]) {
      const stranger = browser();
      stranger.jar.set('replique.device', forged);
      expect(await stranger.signIn('Nadia'), forged).toEqual(tooMany);
    }
  });

  it('serves four colleagues who share it, the last ones', async () => {
    const shared = await nadia();
    for (const name of ['Paul', 'Lucie', 'Omar', 'Iris']) await colleague(name, shared);
    await noise();
    for (const name of ['Paul', 'Lucie', 'Omar', 'Iris']) expect((await shared.signIn(name)).ok, name).toBe(true);
    expect(await shared.signIn('Nadia')).toEqual(tooMany);
  });

  it('holds chance and a keyed proof, nothing of the person, and does not sign in by itself', async () => {
    const own = await nadia();
    const first = own.device();
    expect(first).toMatch(/^[0-9a-f]{32}\.[0-9a-f]{32}$/);
    expect(await accounts.session(own.caller())).toBeNull();
    await own.signIn('Nadia');
    const [a = '', b = ''] = [first, own.device()];
    expect(a.split('.')[0]).not.toBe(b.split('.')[0]);
    expect(a.split('.')[1]).not.toBe(b.split('.')[1]);
  });

  it('is kept for a year where scripts and other sites cannot reach it, out of learners’ pages, over https if it was', async () => {
    await nadia();
    const cookieOf = async (origin: string) => {
      const outcome = await accounts.signIn(browser(room, origin).caller(), 'Nadia', password);
      return (outcome.ok ? outcome.cookies : []).find((each) => each.startsWith('replique.device='));
    };
    expect(await cookieOf('http://192.168.1.20:4321')).toMatch(
      /; Max-Age=31536000; Path=\/formateur; HttpOnly; SameSite=Lax$/,
    );
    expect(await cookieOf('https://replique.example')).toMatch(/; SameSite=Lax; Secure$/);
  });

  it('stays known after signing out, until it is to be forgotten', async () => {
    const own = await nadia();
    await own.signIn('Nadia');
    await own.signOut();
    expect(own.device()).not.toBe('');
    await own.signIn('Nadia');
    await own.signOut(true);
    expect(own.device()).toBe('');
    expect(await accounts.session(own.caller())).toBeNull();
  });
});
