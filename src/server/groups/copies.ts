import type { Kysely } from 'kysely';
import type { Staff } from '../accounts/staff.ts';
import type { IntakeTables } from '../database/tables.ts';
import type { Erasing } from './erasing.ts';

/** All that the server holds of a person's tries: what they may ask to see. Identifiers, numbers and times. */
export interface Copy {
  /** Null, and the next, for a run outside any group. */
  readonly nickname: string | null;
  readonly joinedAt: string | null; // ISO, UTC
  readonly runs: readonly CopiedRun[];
}

interface CopiedRun {
  readonly run: string;
  readonly scenario: string; // "id@hash"
  readonly device: string;
  readonly persona: string | null;
  readonly level: string | null;
  readonly variant: string | null;
  readonly firstSeen: string; // ISO, UTC
  readonly lastSeen: string;
  readonly ending: string | null;
  readonly events: readonly object[];
}

export type Copies = ReturnType<typeof createCopies>;

/** Copies for the right of access. Whose code it is, and of whose group, is asked of `erasing`. */
export function createCopies({ db, erasing }: { readonly db: Kysely<IntakeTables>; readonly erasing: Erasing }) {
  const iso = (ms: number): string => new Date(ms).toISOString();

  async function copyRun(id: string): Promise<CopiedRun> {
    const run = await db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const events = await db
      .selectFrom('events')
      .select(['seq', 'at', 'type', 'body'])
      .where('run', '=', id)
      .orderBy('seq')
      .execute();
    return {
      run: id,
      scenario: run.scenario,
      device: run.device,
      persona: run.persona,
      level: run.level,
      variant: run.variant,
      firstSeen: iso(run.first_seen),
      lastSeen: iso(run.last_seen),
      ending: run.ending,
      events: events.map(({ seq, at, type, body }) => ({ seq, at, type, ...JSON.parse(body) })),
    };
  }

  return {
    /** By a learner's personal code, all their runs; by a run's code, that run. Null when of another group, or unknown. */
    async byCode(by: Staff, group: string, typed: string): Promise<Copy | null> {
      const found = await erasing.byCode(by, group, typed);
      if (found?.learner === null) return { nickname: null, joinedAt: null, runs: [await copyRun(found.run)] };
      const known = found && (await erasing.erasable(by, group, found.learner));
      if (!known) return null;
      const wanted = known.tries.filter(({ run }) => found.run === null || run === found.run);
      const runs: CopiedRun[] = [];
      for (const { run } of wanted) runs.push(await copyRun(run));
      return { nickname: known.learner.nickname, joinedAt: iso(known.learner.joinedAt), runs };
    },
  };
}
