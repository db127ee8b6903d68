import { randomBytes } from 'node:crypto';
import { APIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { cleanLabel } from '#training';
import type { Role } from './access.ts';
import { type Auth, createAuth, leastPassword, offersPasskeys } from './auth.ts';
import { createLinks, type LinkPurpose, type Links } from './links.ts';
import { mailOf, nobody } from './names.ts';
import { keyedHash } from './secret.ts';
import type { AccountTables } from './tables.ts';
import { createThrottle, type Throttle } from './throttle.ts';

/** A member of staff, as pages need them. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** An answer to a form: done, with cookies to set; or why not, in a code that pages turn into a sentence. */
export type Outcome =
  | { readonly ok: true; readonly cookies: readonly string[]; readonly role: Role }
  | {
      readonly ok: false;
      readonly why: 'wrong' | 'too-many-tries' | 'bad-link' | 'name-missing' | 'name-taken' | 'password-short';
    };

/** How a request reached us: better-auth's cookies depend on the origin, limits on the client's address. */
export interface Caller {
  readonly origin: string; // "https://replique.example"
  readonly headers: Headers;
  readonly address: string; // of the socket
}

export interface AccountsOptions {
  readonly db: Kysely<AccountTables>;
  readonly dialect: 'sqlite' | 'postgres';
  readonly secret: string;
  readonly now: () => number;
}

export type Accounts = ReturnType<typeof createAccounts>;

const quarter = 15 * 60 * 1000;
const knownOrigins = 8;

/** Staff accounts without e-mail: one-time links make them, a password or a passkey opens them. */
export function createAccounts(options: AccountsOptions) {
  const { db, dialect, secret, now } = options;
  const links: Links = createLinks(db, now, () => randomBytes(24).toString('base64url'));
  const throttle: Throttle = createThrottle(db, keyedHash(secret, 'limits'), now);
  const auths = new Map<string, Auth>();

  function authFor(origin: string): Auth {
    const known = auths.get(origin);
    if (known !== undefined) return known;
    const made = createAuth({ db, dialect, secret: keyedHash(secret, 'sessions')('v1'), origin });
    // A few addresses lead here (localhost, the network's, a name); a stranger's invented ones must not fill memory.
    const oldest = auths.keys().next();
    if (auths.size >= knownOrigins && oldest.done !== true) auths.delete(oldest.value);
    auths.set(origin, made);
    return made;
  }

  async function open(caller: Caller, name: string, password: string): Promise<Outcome> {
    try {
      const { headers, response } = await authFor(caller.origin).api.signInEmail({
        body: { email: mailOf(name), password, rememberMe: true },
        headers: caller.headers,
        returnHeaders: true,
      });
      return { ok: true, cookies: headers.getSetCookie(), role: roleOf(response.user) };
    } catch (error) {
      if (error instanceof APIError) return { ok: false, why: 'wrong' };
      throw error;
    }
  }

  return {
    /** The signed-in member of staff and, when the session was prolonged, the cookies to set. */
    async session(
      caller: Pick<Caller, 'origin' | 'headers'>,
    ): Promise<{ staff: Staff; cookies: readonly string[] } | null> {
      if (!caller.headers.get('cookie')?.includes('replique.')) return null;
      const { headers, response } = await authFor(caller.origin).api.getSession({
        headers: caller.headers,
        returnHeaders: true,
      });
      if (response === null) return null;
      const { user } = response;
      return { staff: { id: user.id, name: user.name, role: roleOf(user) }, cookies: headers.getSetCookie() };
    },

    /** Signs in with a name and a password. Wrong name and wrong password are told in the same words. */
    async signIn(caller: Caller, name: string, password: string): Promise<Outcome> {
      const who = mailOf(name);
      const mine = `sign-in ${who} ${caller.address}`;
      const allowed = [
        await throttle.allows(mine, { tries: 10, within: quarter }),
        await throttle.allows(`sign-in from ${caller.address}`, { tries: 60, within: quarter }),
        await throttle.allows(`sign-in as ${who}`, { tries: 200, within: quarter }),
      ].every(Boolean);
      if (!allowed) return { ok: false, why: 'too-many-tries' };
      const outcome = await open(caller, name, password);
      if (outcome.ok) await throttle.forget(mine);
      return outcome;
    },

    /** Ends the session; returns the cookies that erase it. */
    async signOut(caller: Caller): Promise<readonly string[]> {
      const { headers } = await authFor(caller.origin).api.signOut({ headers: caller.headers, returnHeaders: true });
      return headers.getSetCookie();
    },

    /** At start: a token for the first trainer's link while nobody has an account, else null. */
    async firstLink(): Promise<string | null> {
      const nobodyYet = (await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()) === undefined;
      return nobodyYet ? links.make({ kind: 'first' }, null) : null;
    },

    /** Whether anybody has an account yet. */
    async hasStaff(): Promise<boolean> {
      return (await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()) !== undefined;
    },

    invite: (by: Staff, role: Role): Promise<string> => links.make({ kind: 'invitation', role }, by.id),

    /** A link for a colleague who forgot their password; null when there is no such colleague. */
    async resetLink(by: Staff, staff: string): Promise<string | null> {
      const found = await db.selectFrom('staff').select('id').where('id', '=', staff).executeTakeFirst();
      return found === undefined ? null : links.make({ kind: 'reset', staff }, by.id);
    },

    /** What a link offers, with the name that a reset is for. */
    async readLink(token: string): Promise<(LinkPurpose & { readonly name: string | null }) | null> {
      const purpose = await links.read(token);
      if (purpose === null) return null;
      if (purpose.kind !== 'reset') return { ...purpose, name: null };
      const row = await db.selectFrom('staff').select('name').where('id', '=', purpose.staff).executeTakeFirst();
      return { ...purpose, name: row?.name ?? null };
    },

    /** Uses a link: makes the account, or changes its password, then signs in. */
    async redeem(caller: Caller, token: string, form: { name: string; password: string }): Promise<Outcome> {
      if (!(await throttle.allows(`link from ${caller.address}`, { tries: 60, within: quarter }))) {
        return { ok: false, why: 'too-many-tries' };
      }
      const offered = await links.read(token);
      if (offered === null) return { ok: false, why: 'bad-link' };
      const name = cleanLabel(form.name);
      if (offered.kind !== 'reset' && (name === null || mailOf(name) === nobody))
        return { ok: false, why: 'name-missing' };
      if ([...form.password].length < leastPassword) return { ok: false, why: 'password-short' };
      const purpose = await links.claim(token);
      if (purpose === null) return { ok: false, why: 'bad-link' };

      const context = await authFor(caller.origin).$context;
      const password = await context.password.hash(form.password);
      if (purpose.kind === 'reset') {
        await context.internalAdapter.updatePassword(purpose.staff, password);
        // Whoever knew the old password is out.
        await context.internalAdapter.deleteUserSessions(purpose.staff);
        const row = await db
          .selectFrom('staff')
          .select('name')
          .where('id', '=', purpose.staff)
          .executeTakeFirstOrThrow();
        return open(caller, row.name, form.password);
      }
      const email = mailOf(name ?? '');
      const taken = await db.selectFrom('staff').select('id').where('email', '=', email).executeTakeFirst();
      if (taken !== undefined) {
        await links.release(token);
        return { ok: false, why: 'name-taken' };
      }
      const role: Role = purpose.kind === 'invitation' ? purpose.role : 'trainer';
      const user = await context.internalAdapter.createUser(
        { name: name ?? '', email, emailVerified: true, role },
        { method: 'email-password' },
      );
      await context.internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password,
      });
      return open(caller, name ?? '', form.password);
    },

    /** Changes one's own password; other devices are signed out. */
    async changePassword(caller: Caller, before: string, after: string): Promise<Outcome> {
      if ([...after].length < leastPassword) return { ok: false, why: 'password-short' };
      if (!(await throttle.allows(`change from ${caller.address}`, { tries: 20, within: quarter }))) {
        return { ok: false, why: 'too-many-tries' };
      }
      try {
        const { headers, response } = await authFor(caller.origin).api.changePassword({
          body: { currentPassword: before, newPassword: after, revokeOtherSessions: true },
          headers: caller.headers,
          returnHeaders: true,
        });
        return { ok: true, cookies: headers.getSetCookie(), role: roleOf(response.user) };
      } catch (error) {
        if (error instanceof APIError) return { ok: false, why: 'wrong' };
        throw error;
      }
    },

    /** Everybody with an account, by name. */
    async team(): Promise<readonly Staff[]> {
      const rows = await db.selectFrom('staff').select(['id', 'name', 'role']).orderBy('name').execute();
      return rows.map((row) => ({ id: row.id, name: row.name, role: roleOf(row) }));
    },

    /** Takes a colleague's account away, and their sessions with it. Nobody removes their own. */
    async remove(by: Staff, staff: string): Promise<boolean> {
      if (by.id === staff) return false;
      const context = await authFor('http://localhost').$context;
      await context.internalAdapter.deleteUserSessions(staff);
      const done = await db.deleteFrom('staff').where('id', '=', staff).executeTakeFirst();
      return done.numDeletedRows > 0n;
    },

    offersPasskeys,

    /** How many passkeys open this account. */
    async passkeys(caller: Caller): Promise<number> {
      if (!offersPasskeys(caller.origin)) return 0;
      const list = await authFor(caller.origin).api.listPasskeys({ headers: caller.headers });
      return list.length;
    },

    /** better-auth's own endpoints, for passkeys alone: everything else goes through our forms and their limits. */
    async handle(request: Request, origin: string, address: string): Promise<Response> {
      const path = new URL(request.url).pathname;
      if (!passkeyEndpoints.has(path) || !offersPasskeys(origin)) return new Response(null, { status: 404 });
      if (!(await throttle.allows(`passkey from ${address}`, { tries: 120, within: quarter }))) {
        return new Response(null, { status: 429 });
      }
      return authFor(origin).handler(request);
    },

    throttle,
  };
}

const passkeyEndpoints = new Set([
  '/api/auth/passkey/generate-register-options',
  '/api/auth/passkey/verify-registration',
  '/api/auth/passkey/generate-authenticate-options',
  '/api/auth/passkey/verify-authentication',
]);

function roleOf(user: object): Role {
  return 'role' in user && user.role === 'designer' ? 'designer' : 'trainer';
}
