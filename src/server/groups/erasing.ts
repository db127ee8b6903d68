import type { Kysely } from 'kysely';
import { readCode, type Try } from '#training';
import type { Staff } from '../accounts/staff.ts';
import type { Reports } from '../counting/reports.ts';
import type { IntakeTables } from '../database/tables.ts';
import type { Groups, Learner } from './groups.ts';
import type { GroupTables } from './tables.ts';
import { triesOf } from './tries.ts';

export interface ErasingOptions {
  readonly db: Kysely<GroupTables & IntakeTables>;
  readonly groups: Pick<Groups, 'learners'>;
  readonly reports: Pick<Reports, 'erase' | 'eraseRun'>;
  /** Keyed hash of personal codes. */
  readonly hash: (code: string) => string;
}

/** A learner of the group and what they did, oldest first. */
export interface Erasable {
  readonly learner: Learner;
  readonly tries: readonly Try[];
}

export type Erasing = ReturnType<typeof createErasing>;

/**
 * Erasing what learners of one's own group did. Another's group, learner or run answers as one that does not exist:
 * all goes through `groups.learners`, which knows whose group it is.
 */
export function createErasing({ db, groups, reports, hash }: ErasingOptions) {
  async function erasable(by: Staff, group: string, id: string): Promise<Erasable | null> {
    const learner = (await groups.learners(by, group)).find((one) => one.id === id);
    return learner === undefined ? null : { learner, tries: await triesOf(db, [learner]) };
  }

  /** Whose run it is in the group, or null. */
  async function ownerOf(by: Staff, group: string, run: string): Promise<string | null> {
    const row = await db.selectFrom('runs').select('learner').where('id', '=', run).executeTakeFirst();
    const learners = await groups.learners(by, group);
    return learners.find(({ id }) => id === row?.learner)?.id ?? null;
  }

  return {
    erasable,

    /** Whom a code is of: a learner's personal code, or a run's code (then `run` is it). Null when not of this group. */
    async byCode(
      by: Staff,
      group: string,
      typed: string,
    ): Promise<{ readonly learner: string; readonly run: string | null } | null> {
      const code = readCode(typed);
      if (code !== null) {
        const row = await db
          .selectFrom('learners')
          .select('id')
          .where('resume_hash', '=', hash(code))
          .where('group_id', '=', group)
          .executeTakeFirst();
        const learner = (await groups.learners(by, group)).find(({ id }) => id === row?.id);
        return learner === undefined ? null : { learner: learner.id, run: null };
      }
      const run = typed.toLowerCase().replace(/[\s-]/gu, '');
      const learner = await ownerOf(by, group, run);
      return learner === null ? null : { learner, run };
    },

    /** Erases one run of a learner of the group; false when there is none. */
    async run(by: Staff, group: string, run: string): Promise<boolean> {
      return (await ownerOf(by, group, run)) !== null && reports.eraseRun(run);
    },

    /** Erases a learner of the group and all their runs; how many, or null when there is no such learner. */
    async learner(by: Staff, group: string, id: string): Promise<number | null> {
      const known = (await groups.learners(by, group)).some((one) => one.id === id);
      return known ? reports.erase(id) : null;
    },
  };
}
