import { APIError } from 'better-auth/api';
import { type Auth, leastPassword } from './auth.ts';
import type { Devices } from './devices.ts';
import { mailOf } from './names.ts';
import { type Caller, type Outcome, roleOf, type Staff } from './staff.ts';
import { quarter, type Throttle } from './throttle.ts';

/** Opens a session with a name and a password; the device is known from then on. */
export async function openSession(
  auth: Auth,
  devices: Devices,
  caller: Caller,
  name: string,
  password: string,
): Promise<Outcome> {
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email: mailOf(name), password, rememberMe: true },
      headers: caller.headers,
      returnHeaders: true,
    });
    const cookies = [...headers.getSetCookie(), devices.remember(caller, mailOf(name))];
    return { ok: true, cookies, role: roleOf(response.user) };
  } catch (error) {
    if (error instanceof APIError) return { ok: false, why: 'wrong' };
    throw error;
  }
}

/** Coming in and going out. */
export function createSignIn(authFor: (origin: string) => Auth, throttle: Throttle, devices: Devices) {
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

    /**
     * Signs in with a name and a password. Wrong name and wrong password are told in the same words. A device on which this
     * person has signed in has tries of its own, whatever strangers do.
     */
    async signIn(caller: Caller, name: string, password: string): Promise<Outcome> {
      const who = mailOf(name);
      const device = devices.of(caller.headers, who);
      const mine = device === null ? `sign-in ${who} ${caller.address}` : `sign-in ${who} on ${device}`;
      const allowed = [
        await throttle.allows(mine, { tries: 10, within: quarter }),
        device !== null || (await throttle.allows(`sign-in from ${caller.address}`, { tries: 60, within: quarter })),
        device !== null || (await throttle.allows(`sign-in as ${who}`, { tries: 200, within: quarter })),
      ].every(Boolean);
      if (!allowed) return { ok: false, why: 'too-many-tries' };
      const outcome = await openSession(authFor(caller.origin), devices, caller, name, password);
      if (outcome.ok) await throttle.forget(mine);
      return outcome;
    },

    /**
     * Ends the session, if there is one; returns the cookies that erase it. `forget`: the device is a stranger again, for
     * everybody.
     */
    async signOut(caller: Caller, forget = false): Promise<readonly string[]> {
      const { headers } = await authFor(caller.origin).api.signOut({ headers: caller.headers, returnHeaders: true });
      return [...headers.getSetCookie(), ...(forget ? [devices.forget(caller.origin)] : [])];
    },

    /** Changes one's own password; other devices are signed out. */
    async changePassword(caller: Caller, by: Staff, before: string, after: string): Promise<Outcome> {
      if ([...after].length < leastPassword) return { ok: false, why: 'password-short' };
      if (!(await throttle.allows(`change of ${by.id}`, { tries: 20, within: quarter }))) {
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
  };
}
