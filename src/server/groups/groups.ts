import { type Kysely, sql } from 'kysely';
import { type Assignment, cleanLabel, newCode, readConditions, readLevel } from '#training';
import type { Staff } from '../accounts/staff.ts';
import type { GroupTables } from './tables.ts';

/** A group, as its trainer sees it. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly createdAt: number; // ms since 1970
  readonly closedAt: number | null;
  readonly assignment: Omit<Assignment, 'title'> | null;
}

export interface Learner {
  readonly id: string;
  readonly nickname: string;
  readonly joinedAt: number; // ms since 1970
}

export type Db = Kysely<GroupTables>;

export interface GroupsOptions {
  readonly db: Db;
  readonly now: () => number;
  /** `bytes` random bytes from a cryptographic source. */
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => unknown;
}

/** Besides, what takes a learner away and makes their tries anonymous (counting/anonymise.ts). */
export interface KeepingGroups extends GroupsOptions {
  readonly takeAway: (learner: string) => Promise<unknown>;
}

export type Groups = ReturnType<typeof createGroups>;

/** Groups as their trainer handles them. Every function takes the trainer: another's group is as if it did not exist. */
export function createGroups({ db, now, random, takeAway }: KeepingGroups) {
  const own = async (by: Staff, id: string): Promise<Group | null> => {
    const row = await db
      .selectFrom('groups')
      .selectAll()
      .where('id', '=', id)
      .where('owner', '=', by.id)
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      id: row.id,
      name: row.name,
      code: row.code,
      createdAt: row.created_at,
      closedAt: row.closed_at,
      assignment: await assignmentOf(db, id),
    };
  };

  return {
    own,

    /** The trainer's groups, open ones first, newest first, with how many learners joined each. */
    async list(by: Staff): Promise<readonly (Group & { readonly learners: number })[]> {
      const rows = await db
        .selectFrom('groups')
        .leftJoin('learners', 'learners.group_id', 'groups.id')
        .select(['groups.id', 'groups.name', 'groups.code', 'groups.created_at', 'groups.closed_at'])
        .select(({ fn }) => fn.count<number>('learners.id').as('learners'))
        .where('groups.owner', '=', by.id)
        .groupBy(['groups.id', 'groups.name', 'groups.code', 'groups.created_at', 'groups.closed_at'])
        .orderBy(sql`case when groups.closed_at is null then 0 else 1 end`)
        .orderBy('groups.created_at', 'desc')
        .execute();
      return Promise.all(
        rows.map(async (row) => ({
          id: row.id,
          name: row.name,
          code: row.code,
          createdAt: row.created_at,
          closedAt: row.closed_at,
          assignment: await assignmentOf(db, row.id),
          learners: Number(row.learners),
        })),
      );
    },

    /** Creates a group; null when nothing readable is left of the name. */
    async create(by: Staff, name: string): Promise<Group | null> {
      const clean = cleanLabel(name);
      if (clean === null) return null;
      const id = hex(random, 16);
      // Two equal codes out of 25 thousand million: draw again rather than fail.
      for (let tries = 0; tries < 5; tries++) {
        const made = await db
          .insertInto('groups')
          .values({ id, owner: by.id, name: clean, code: newCode(random), created_at: now(), closed_at: null })
          .onConflict((conflict) => conflict.column('code').doNothing())
          .executeTakeFirst();
        if ((made.numInsertedOrUpdatedRows ?? 0n) > 0n) return own(by, id);
      }
      throw new Error('No free group code after five draws');
    },

    async rename(by: Staff, id: string, name: string): Promise<boolean> {
      const clean = cleanLabel(name);
      if (clean === null) return false;
      const done = await db
        .updateTable('groups')
        .set({ name: clean })
        .where('id', '=', id)
        .where('owner', '=', by.id)
        .executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },

    /** Closes (nobody can join any more; what was done stays) or opens again. */
    async close(by: Staff, id: string, closed: boolean): Promise<boolean> {
      const done = await db
        .updateTable('groups')
        .set({ closed_at: closed ? now() : null })
        .where('id', '=', id)
        .where('owner', '=', by.id)
        .executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },

    /** Gives the group something to practise, in place of what it had. The caller has checked the scenario's ids. */
    async assign(by: Staff, id: string, assignment: Omit<Assignment, 'title'>): Promise<boolean> {
      if ((await own(by, id)) === null) return false;
      const { scenario, persona, level, conditions } = assignment;
      await db
        .insertInto('assignments')
        .values({
          group_id: id,
          number: sql<number>`(select coalesce(max(number), 0) + 1 from assignments where group_id = ${id})`,
          scenario,
          persona,
          level,
          conditions: JSON.stringify(conditions),
          created_at: now(),
        })
        .execute();
      return true;
    },

    /** Who joined, in the order of their nicknames. Empty for another's group. */
    async learners(by: Staff, id: string): Promise<readonly Learner[]> {
      const rows = await db
        .selectFrom('learners')
        .innerJoin('groups', 'groups.id', 'learners.group_id')
        .select(['learners.id', 'learners.nickname', 'learners.created_at'])
        .where('groups.id', '=', id)
        .where('groups.owner', '=', by.id)
        .execute();
      const inFrench = new Intl.Collator('fr');
      return rows
        .map((row) => ({ id: row.id, nickname: row.nickname, joinedAt: row.created_at }))
        .sort((a, b) => inFrench.compare(a.nickname, b.nickname));
    },

    /**
     * Takes a learner out: their device and code no longer belong to the group, the nickname is free again, and what they
     * did is anonymous from now on.
     */
    async removeLearner(by: Staff, id: string, learner: string): Promise<boolean> {
      if ((await own(by, id)) === null) return false;
      const found = await db
        .selectFrom('learners')
        .select('id')
        .where('id', '=', learner)
        .where('group_id', '=', id)
        .executeTakeFirst();
      if (found === undefined) return false;
      await takeAway(learner);
      return true;
    },
  };
}

/** What a group practises now. */
export async function assignmentOf(db: Db, group: string): Promise<Omit<Assignment, 'title'> | null> {
  const row = await db
    .selectFrom('assignments')
    .select(['scenario', 'persona', 'level', 'conditions'])
    .where('group_id', '=', group)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const conditions: unknown = JSON.parse(row.conditions);
  return {
    scenario: row.scenario,
    persona: row.persona,
    level: readLevel(row.level) ?? 'je-demande',
    conditions: readConditions(Array.isArray(conditions) ? conditions : []),
  };
}

/** `bytes` random bytes as hex digits. */
export function hex(random: GroupsOptions['random'], bytes: number): string {
  const drawn = new Uint8Array(bytes);
  random(drawn);
  return Buffer.from(drawn).toString('hex');
}
