import { type Auth, offersPasskeys } from './auth.ts';
import type { Caller } from './staff.ts';
import { quarter, type Throttle } from './throttle.ts';

const endpoints = new Set([
  '/api/auth/passkey/generate-register-options',
  '/api/auth/passkey/verify-registration',
  '/api/auth/passkey/generate-authenticate-options',
  '/api/auth/passkey/verify-authentication',
]);

export function createPasskeys(authFor: (origin: string) => Auth, throttle: Throttle) {
  return {
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
      if (!endpoints.has(path) || !offersPasskeys(origin)) return new Response(null, { status: 404 });
      if (!(await throttle.allows(`passkey from ${address}`, { tries: 120, within: quarter }))) {
        return new Response(null, { status: 429 });
      }
      return authFor(origin).handler(request);
    },
  };
}
