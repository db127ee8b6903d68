import type { Kysely } from 'kysely';
import { cleanLabel } from '#training';
import type { Role } from './access.ts';
import { type Auth, leastPassword } from './auth.ts';
import type { Devices } from './devices.ts';
import type { LinkPurpose, Links } from './links.ts';
import { mailOf, nobody } from './names.ts';
import { openSession } from './sign-in.ts';
import type { Caller, Outcome, Staff } from './staff.ts';
import type { AccountTables } from './tables.ts';

/** A link that somebody made for a colleague's password. */
export interface Reset {
  /** Null when they have no account any more. */
  readonly by: string | null;
  readonly at: number; // ms since 1970
  readonly usedAt: number | null;
}

/** One-time links: the first trainer's, a colleague's account, a password forgotten. */
export function createInvitations(
  db: Kysely<AccountTables>,
  links: Links,
  authFor: (origin: string) => Auth,
  devices: Devices,
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

    /**
     * Links that colleagues made to set this person's password anew, the last first: whoever uses one takes their place, so
     * they are told of each, used or not. Kept a year.
     */
    async resets(of: Staff): Promise<readonly Reset[]> {
      const rows = await db
        .selectFrom('staff_links')
        .leftJoin('staff', 'staff.id', 'staff_links.created_by')
        .select(['staff.name', 'staff_links.created_at', 'staff_links.used_at'])
        .where('staff_links.kind', '=', 'reset')
        .where('staff_links.staff', '=', of.id)
        .where(({ eb, or }) => or([eb('created_by', 'is', null), eb('created_by', '<>', of.id)]))
        .orderBy('staff_links.created_at', 'desc')
        .execute();
      return rows.map(({ name, created_at, used_at }) => ({ by: name, at: created_at, usedAt: used_at }));
    },

    /** What a link offers, with the name that a reset is for. */
    async readLink(token: string): Promise<(LinkPurpose & { readonly name: string | null }) | null> {
      const purpose = await links.read(token);
      if (purpose === null) return null;
      if (purpose.kind !== 'reset') return { ...purpose, name: null };
      const row = await db.selectFrom('staff').select('name').where('id', '=', purpose.staff).executeTakeFirst();
      return { ...purpose, name: row?.name ?? null };
    },

    /** Uses a link: makes the account, or changes its password, then signs in. No limit: 192 bits are not guessed. */
    async redeem(caller: Caller, token: string, form: { name: string; password: string }): Promise<Outcome> {
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
        return openSession(authFor(caller.origin), devices, caller, row.name, form.password);
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
      return openSession(authFor(caller.origin), devices, caller, name ?? '', form.password);
    },
  };
}
