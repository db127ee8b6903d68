import type { Kysely } from 'kysely';
import { cleanLabel } from '#training';
import type { Role } from './access.ts';
import { type Auth, leastPassword } from './auth.ts';
import type { LinkPurpose, Links } from './links.ts';
import { mailOf, nobody } from './names.ts';
import { openSession } from './sign-in.ts';
import type { Caller, Outcome, Staff } from './staff.ts';
import type { AccountTables } from './tables.ts';
import { quarter, type Throttle } from './throttle.ts';

/** One-time links: the first trainer's, a colleague's account, a password forgotten. */
export function createInvitations(
  db: Kysely<AccountTables>,
  links: Links,
  authFor: (origin: string) => Auth,
  throttle: Throttle,
) {
  return {
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
        return openSession(authFor(caller.origin), caller, row.name, form.password);
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
      return openSession(authFor(caller.origin), caller, name ?? '', form.password);
    },
  };
}
