import { type Auth, offersPasskeys } from './auth.ts';
import type { Caller, Staff } from './staff.ts';
import { quarter, type Throttle } from './throttle.ts';

const endpoints = new Set([
  '/api/auth/passkey/generate-register-options',
  '/api/auth/passkey/verify-registration',
  '/api/auth/passkey/generate-authenticate-options',
  '/api/auth/passkey/verify-authentication',
]);

/** A passkey, as its owner sees it. */
export interface Passkey {
  readonly id: string;
  /** Ms since 1970. */
  readonly added: number;
  /** False for the only way into an account. */
  readonly removable: boolean;
}

export function createPasskeys(authFor: (origin: string) => Auth, throttle: Throttle) {
  return {
    offersPasskeys,

    /** The passkeys that open this account, in the order in which they were added. */
    async passkeys(caller: Caller, by: Staff): Promise<readonly Passkey[]> {
      if (!offersPasskeys(caller.origin)) return [];
      const auth = authFor(caller.origin);
      const list = await auth.api.listPasskeys({ headers: caller.headers });
      const removable = list.length > 1 || (await hasPassword(auth, by));
      return list
        .map(({ id, createdAt }) => ({ id, added: new Date(createdAt).getTime(), removable }))
        .sort((a, b) => a.added - b.added);
    },

    /**
     * Takes a passkey away from one's own account; other devices are signed out, of whoever came in with it. `last`: nothing
     * else opens the account, and nothing was done.
     */
    async removePasskey(caller: Caller, by: Staff, id: string): Promise<'removed' | 'unknown' | 'last'> {
      const found = (await this.passkeys(caller, by)).find((each) => each.id === id);
      if (found === undefined) return 'unknown';
      if (!found.removable) return 'last';
      const { api } = authFor(caller.origin);
      await api.deletePasskey({ body: { id }, headers: caller.headers });
      await api.revokeOtherSessions({ headers: caller.headers });
      return 'removed';
    },

    /** better-auth's own endpoints, for passkeys alone: everything else goes through our forms and their limits. */
    async handle(request: Request, origin: string, address: string): Promise<Response> {
      const path = new URL(request.url).pathname;
      if (!endpoints.has(path) || !offersPasskeys(origin)) return new Response(null, { status: 404 });
      if (!(await throttle.allows(`passkey from ${address}`, { tries: 120, within: quarter }))) {
        return new Response(null, { status: 429 });
      }
      return authFor(origin).handler(request);
    },
  };
}

async function hasPassword(auth: Auth, { id }: Staff): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  return (await internalAdapter.findAccounts(id)).some(({ password }) => Boolean(password));
}
