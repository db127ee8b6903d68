import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Auth, createAuth } from './auth.ts';
import { createDevices } from './devices.ts';
import { createInvitations } from './invitations.ts';
import { createLinks } from './links.ts';
import { createPasskeys } from './passkeys.ts';
import { keyedHash } from './secret.ts';
import { createSignIn } from './sign-in.ts';
import { type Caller, roleOf, type Staff } from './staff.ts';
import type { AccountTables } from './tables.ts';
import { createThrottle } from './throttle.ts';

export interface AccountsOptions {
  readonly db: Kysely<AccountTables>;
  readonly dialect: 'sqlite' | 'postgres';
  readonly secret: string;
  readonly now: () => number;
  /** Makes anonymous what the learners of a colleague's groups did, before the groups go with the account. */
  readonly takeGroupsAway: (staff: string) => Promise<unknown>;
}

export type Accounts = ReturnType<typeof createAccounts>;

const knownOrigins = 8;

/** Staff accounts without e-mail: one-time links make them, a password or a passkey opens them. */
export function createAccounts(options: AccountsOptions) {
  const { db, dialect, secret, now, takeGroupsAway } = options;
  const links = createLinks(db, now, () => randomBytes(24).toString('base64url'));
  const devices = createDevices(keyedHash(secret, 'devices'), () => randomBytes(16).toString('hex'));
  const throttle = createThrottle(db, keyedHash(secret, 'limits'), now);
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

  return {
    ...createSignIn(authFor, throttle, devices),
    ...createInvitations(db, links, authFor, devices),
    ...createPasskeys(authFor, throttle),
    throttle,

    /**
     * The cookie by which this device is known from now on, if it is not yet. For a page asked for once a passkey has opened
     * the account: the address that did so is not shown the cookie of those who share the device.
     */
    async rememberDevice(caller: Caller, { id }: Staff): Promise<readonly string[]> {
      const { email } = await db.selectFrom('staff').select('email').where('id', '=', id).executeTakeFirstOrThrow();
      return devices.of(caller.headers, email) === null ? [devices.remember(caller, email)] : [];
    },

    /** Everybody with an account, by name. */
    async team(): Promise<readonly Staff[]> {
      const rows = await db.selectFrom('staff').select(['id', 'name', 'role']).orderBy('name').execute();
      return rows.map((row) => ({ id: row.id, name: row.name, role: roleOf(row) }));
    },

    /** Takes a colleague's account away, their sessions and their groups with it. Nobody removes their own. */
    async remove(by: Staff, staff: string): Promise<boolean> {
      if (by.id === staff) return false;
      const context = await authFor('http://localhost').$context;
      await context.internalAdapter.deleteUserSessions(staff);
      await takeGroupsAway(staff);
      const done = await db.deleteFrom('staff').where('id', '=', staff).executeTakeFirst();
      return done.numDeletedRows > 0n;
    },
  };
}
