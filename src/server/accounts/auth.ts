import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import { roles } from './access.ts';

export const leastPassword = 10;
const workingDay = 12 * 60 * 60;

/** A better-auth instance for one origin: passkeys and cookies depend on the address that the browser uses. */
export type Auth = ReturnType<typeof createAuth>;

interface AuthOptions {
  // biome-ignore lint/suspicious/noExplicitAny: better-auth reads its own tables through the shared instance.
  readonly db: Kysely<any>;
  readonly dialect: 'sqlite' | 'postgres';
  readonly secret: string;
  readonly origin: string;
}

export function createAuth({ db, dialect, secret, origin }: AuthOptions) {
  return betterAuth({ ...authOptions({ db, dialect, secret, origin }) });
}

/** Passkeys need a secure context: https, or this very machine. On a plain-http local network there are none. */
export function offersPasskeys(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || hostname === 'localhost';
}

/** The options apart: a test compares the tables they want with those of our migrations. */
export function authOptions({ db, dialect, secret, origin }: AuthOptions) {
  const { hostname, protocol } = new URL(origin);
  return {
    appName: 'Réplique',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [origin],
    database: { db, type: dialect, transaction: false },
    // Accounts are made through one-time links only.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: leastPassword, maxPasswordLength: 200 },
    user: {
      modelName: 'staff',
      additionalFields: { role: { type: [...roles], required: true, input: false } },
    },
    account: { modelName: 'staff_account' },
    verification: { modelName: 'staff_verification' },
    session: { modelName: 'staff_session', expiresIn: workingDay, updateAge: 60 * 60 },
    // Limits are ours (throttle.ts): they must hold for forms too, and be shared between processes.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    advanced: {
      cookiePrefix: 'replique',
      useSecureCookies: protocol === 'https:',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { disableIpTracking: true },
      // A test does it once for all (accounts.test.ts).
      database: { validateSchema: false },
    },
    plugins: [
      passkey({
        rpID: hostname,
        rpName: 'Réplique',
        origin,
        schema: { passkey: { modelName: 'staff_passkey' } },
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      }),
    ],
  } as const satisfies Parameters<typeof betterAuth>[0];
}
