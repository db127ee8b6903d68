import type { Kysely } from 'kysely';
import { readCode, type Try } from '#training';
import type { Staff } from '../accounts/staff.ts';
import type { Reports } from '../counting/reports.ts';
import type { IntakeTables } from '../database/tables.ts';
import type { Groups, Learner } from './groups.ts';
import type { GroupTables } from './tables.ts';
import { aloneTries, triesOf } from './tries.ts';

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

/** Whom a code is of. `learner` null: a run outside any group. `run` null: all that the learner did. */
export type Found =
  | { readonly learner: string; readonly run: string | null }
  | { readonly learner: null; readonly run: string };

/**
 * Erasing what learners of one's own group did. Another's group, learner or run answers as one that does not exist:
 * all goes through `groups.learners`, which knows whose group it is. A run outside any group is nobody's: whoever holds its
 * code, which cannot be guessed (128 bits) and which only its learner was shown, asks any trainer.
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

    /** A run outside any group, by its id; null when there is none, or when it is of a learner of some group. */
    async alone(run: string): Promise<Try | null> {
      return (await aloneTries(db, run))[0] ?? null;
    },

    /** Whom a code is of: a personal code, or a run's code. Null when of another group, or unknown. */
    async byCode(by: Staff, group: string, typed: string): Promise<Found | null> {
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
      if (learner !== null) return { learner, run };
      return (await aloneTries(db, run)).length === 0 ? null : { learner: null, run };
    },

    /** Erases one run of a learner of the group, or one outside any group; false when there is none. */
    async run(by: Staff, group: string, run: string): Promise<boolean> {
      const theirs = (await ownerOf(by, group, run)) !== null || (await aloneTries(db, run)).length > 0;
      return theirs && reports.eraseRun(run);
    },

    /** Erases a learner of the group and all their runs; how many, or null when there is no such learner. */
    async learner(by: Staff, group: string, id: string): Promise<number | null> {
      const known = (await groups.learners(by, group)).some((one) => one.id === id);
      return known ? reports.erase(id) : null;
    },
  };
}
