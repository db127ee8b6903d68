import type { Staff } from '../accounts/staff.ts';
import type { Database } from '../database/database.ts';

/** Gives members of staff an account, as better-auth would have it in this database. `time`: ms since 1970. */
export async function addStaff({ kysely, dialect }: Database, staff: readonly Staff[], time: number): Promise<void> {
  const at = dialect === 'sqlite' ? new Date(time).toISOString() : new Date(time);
  const emailVerified = dialect === 'sqlite' ? 1 : true;
  for (const one of staff) {
    const row = { ...one, email: `${one.name}@compte.invalid`, emailVerified, createdAt: at, updatedAt: at };
    await kysely
      .insertInto('staff')
      .values(row as never)
      .execute();
  }
}
