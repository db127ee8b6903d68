import { APIError } from 'better-auth/api';
import { type Auth, leastPassword } from './auth.ts';
import { mailOf } from './names.ts';
import { type Caller, type Outcome, roleOf, type Staff } from './staff.ts';
import { quarter, type Throttle } from './throttle.ts';

/** Opens a session with a name and a password. */
export async function openSession(auth: Auth, caller: Caller, name: string, password: string): Promise<Outcome> {
  try {
    const { headers, response } = await auth.api.signInEmail({
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

/** Coming in and going out. */
export function createSignIn(authFor: (origin: string) => Auth, throttle: Throttle) {
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
      const outcome = await openSession(authFor(caller.origin), caller, name, password);
      if (outcome.ok) await throttle.forget(mine);
      return outcome;
    },

    /** Ends the session; returns the cookies that erase it. */
    async signOut(caller: Caller): Promise<readonly string[]> {
      const { headers } = await authFor(caller.origin).api.signOut({ headers: caller.headers, returnHeaders: true });
      return headers.getSetCookie();
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
  };
}
