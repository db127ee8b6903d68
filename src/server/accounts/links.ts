import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Role } from './access.ts';
import type { AccountTables } from './tables.ts';

/** What a one-time link does: creates the first trainer, a colleague's account, or sets a forgotten password anew. */
export type LinkPurpose =
  | { readonly kind: 'first' }
  | { readonly kind: 'invitation'; readonly role: Role }
  | { readonly kind: 'reset'; readonly staff: string };

export interface Links {
  /** Makes a link and returns its token, which is kept nowhere. */
  make(purpose: LinkPurpose, by: string | null): Promise<string>;
  /** What the link would do, or null: unknown, used, expired, or a first one once somebody has an account. */
  read(token: string): Promise<LinkPurpose | null>;
  /** Uses the link up. Of two who use it at once, one gets it. */
  claim(token: string): Promise<LinkPurpose | null>;
  /** Gives a link back whose use failed (the name was taken). */
  release(token: string): Promise<void>;
}

const hour = 60 * 60 * 1000;
/** How long a link can be used, by kind. */
export const linkLife = { first: 24 * hour, invitation: 7 * 24 * hour, reset: 24 * hour } as const;

/** @param random a token of at least 128 bits, URL-safe */
export function createLinks(db: Kysely<AccountTables>, now: () => number, random: () => string): Links {
  const usable = (token: string) => {
    const nobody = sql<boolean>`(staff_links.kind <> 'first' or not exists (select 1 from staff))`;
    return { hash: hashToken(token), nobody };
  };
  return {
    async make(purpose, by) {
      const token = random();
      await db
        .insertInto('staff_links')
        .values({
          token_hash: hashToken(token),
          kind: purpose.kind,
          role: purpose.kind === 'invitation' ? purpose.role : null,
          staff: purpose.kind === 'reset' ? purpose.staff : null,
          created_by: by,
          created_at: now(),
          expires_at: now() + linkLife[purpose.kind],
          used_at: null,
        })
        .execute();
      return token;
    },
    async read(token) {
      const { hash, nobody } = usable(token);
      const row = await db
        .selectFrom('staff_links')
        .select(['kind', 'role', 'staff'])
        .where('token_hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now())
        .where(nobody)
        .executeTakeFirst();
      return row === undefined ? null : purposeOf(row);
    },
    async claim(token) {
      const { hash, nobody } = usable(token);
      const row = await db
        .updateTable('staff_links')
        .set({ used_at: now() })
        .where('token_hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now())
        .where(nobody)
        .returning(['kind', 'role', 'staff'])
        .executeTakeFirst();
      return row === undefined ? null : purposeOf(row);
    },
    async release(token) {
      await db.updateTable('staff_links').set({ used_at: null }).where('token_hash', '=', hashToken(token)).execute();
    },
  };
}

function purposeOf(row: { kind: string; role: string | null; staff: string | null }): LinkPurpose {
  if (row.kind === 'reset' && row.staff !== null) return { kind: 'reset', staff: row.staff };
  if (row.kind === 'invitation') return { kind: 'invitation', role: row.role === 'designer' ? 'designer' : 'trainer' };
  return { kind: 'first' };
}

/** Tokens are drawn from 192 bits: a plain hash cannot be turned back. */
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
