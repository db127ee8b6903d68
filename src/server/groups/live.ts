import type { Kysely } from 'kysely';
import { type LeaveReason, leaveReasons, type RunEvent, type StuckRule, stuckRules } from '#recording';
import { type Board, boardOf, type LatestRun, type Outline, readLevel, type Try } from '#training';
import type { Staff } from '../accounts/staff.ts';
import type { IntakeTables } from '../database/tables.ts';
import type { Groups } from './groups.ts';
import type { GroupTables } from './tables.ts';
import { triesOf } from './tries.ts';

export interface LiveOptions {
  readonly db: Kysely<GroupTables & IntakeTables>;
  readonly now: () => number;
  readonly groups: Groups;
  readonly outlines: ReadonlyMap<string, Outline>;
  /** Calls back when runs have new events, as far as this process hears; returns how to stop. */
  readonly onTouched: (listener: (runs: readonly { readonly learner: string | null }[]) => void) => () => void;
  /** `setInterval`, passed in for tests. Returns how to stop. */
  readonly every: (ms: number, work: () => void) => () => void;
}

export type Live = ReturnType<typeof createLive>;

/** Somebody joins, or a notice is lost: how often the group is looked at anyway, ms. */
const lookEvery = 1500;

/** What happens in a group now. */
export function createLive({ db, now, groups, outlines, onTouched, every }: LiveOptions) {
  /** Who is in the group, and a text that changes whenever the board could. */
  async function glance(group: string): Promise<{ readonly learners: ReadonlySet<string>; readonly print: string }> {
    const rows = await db
      .selectFrom('learners')
      .leftJoin('runs', 'runs.learner', 'learners.id')
      .select(['learners.id', 'runs.last_seen', 'runs.event_count'])
      .where('learners.group_id', '=', group)
      .orderBy('learners.id')
      .orderBy('runs.id')
      .execute();
    return {
      learners: new Set(rows.map(({ id }) => id)),
      print: rows.map(({ id, last_seen, event_count }) => `${id} ${last_seen} ${event_count}`).join(),
    };
  }

  return {
    /** The board of one's own group, or null. */
    async board(by: Staff, group: string): Promise<Board | null> {
      if ((await groups.own(by, group)) === null) return null;
      const learners = await groups.learners(by, group);
      const runs = await latestRuns(
        db,
        learners.map(({ id }) => id),
      );
      return boardOf(
        learners.map(({ id, nickname }) => ({ id, nickname, run: runs.get(id) ?? null })),
        outlines,
        now(),
      );
    },

    /** Every try of one's own group, oldest first, for the trainer's table; null for another's group. */
    async tries(by: Staff, group: string): Promise<readonly Try[] | null> {
      if ((await groups.own(by, group)) === null) return null;
      return triesOf(db, await groups.learners(by, group));
    },

    /** Calls back once it watches, then whenever the board of one's own group may have changed; returns how to stop. */
    watch(by: Staff, group: string, changed: () => void): () => void {
      let seen: string | null = null;
      let learners: ReadonlySet<string> = new Set();
      let looking = false;
      let stopped = false;
      const look = async () => {
        if (looking || stopped) return;
        looking = true;
        try {
          const found = (await groups.own(by, group)) === null ? null : await glance(group);
          const fresh = found?.print ?? 'gone';
          if (fresh !== seen && !stopped) changed();
          seen = fresh;
          learners = found?.learners ?? new Set();
        } finally {
          looking = false;
        }
      };
      const soon = () => void look().catch(() => undefined); // the next look says what this one could not
      // Of all that happens on the server, this room's learners only.
      const unhear = onTouched((runs) => {
        if (runs.some(({ learner }) => learner !== null && learners.has(learner))) soon();
      });
      const rest = every(lookEvery, soon);
      soon();
      return () => {
        stopped = true;
        unhear();
        rest();
      };
    },
  };
}

/** The run that each learner was last seen in. */
async function latestRuns(
  db: Kysely<GroupTables & IntakeTables>,
  learners: readonly string[],
): Promise<ReadonlyMap<string, LatestRun>> {
  if (learners.length === 0) return new Map();
  const rows = await db
    .selectFrom('runs')
    .select(['id', 'learner', 'scenario', 'level', 'first_seen', 'last_seen', 'screen', 'ending'])
    .where('learner', 'in', learners)
    .orderBy('last_seen')
    .execute();
  // Later rows win: the latest run of each.
  const latest = new Map(rows.map((row) => [row.learner, row]));
  const marks = await lastMarks(
    db,
    [...latest.values()].map((row) => row.id),
  );
  const found = new Map<string, LatestRun>();
  for (const [learner, row] of latest) {
    if (learner === null) continue;
    const last = (type: Marking): Mark | undefined => marks.get(`${row.id} ${type}`);
    /** The opening event, unless one that closes it came after. */
    const open = (opening: Marking, closing: readonly Marking[]): Mark | undefined => {
      const mark = last(opening);
      return mark !== undefined && closing.every((type) => (last(type)?.seq ?? -1) < mark.seq) ? mark : undefined;
    };
    const stuck = open('StuckOpened', ['StuckClosed']);
    const hand = open('HandRaised', ['HandLowered']);
    // Whoever comes back after saying goodbye has not left.
    const gone = open('RunLeft', ['RunResumed', 'PageShown', 'ScreenShown']);
    found.set(learner, {
      scenario: row.scenario.split('@')[0] ?? row.scenario,
      level: readLevel(row.level),
      startedAt: row.first_seen,
      lastSeen: row.last_seen,
      screen: row.screen,
      ending: row.ending,
      leave: gone === undefined ? null : readReason(gone.body['reason']),
      stuck:
        stuck === undefined
          ? null
          : {
              since: stuck.received,
              screen: readText(stuck.body['screen']),
              rules: readRules(stuck.body['rules']),
              field: readText(stuck.body['field']),
            },
      hand: hand === undefined ? null : { since: hand.received, screen: readText(hand.body['screen']) },
    });
  }
  return found;
}

const marking = [
  'RunLeft',
  'RunResumed',
  'PageShown',
  'ScreenShown',
  'StuckOpened',
  'StuckClosed',
  'HandRaised',
  'HandLowered',
] as const satisfies readonly RunEvent['type'][];
type Marking = (typeof marking)[number];

interface Mark {
  readonly seq: number;
  readonly received: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The last of each event that says where a learner stands, by "run type". */
async function lastMarks(db: Kysely<IntakeTables>, runs: readonly string[]): Promise<ReadonlyMap<string, Mark>> {
  if (runs.length === 0) return new Map();
  const rows = await db
    .selectFrom('events')
    .innerJoin(
      (inner) =>
        inner
          .selectFrom('events')
          .select(['run', ({ fn }) => fn.max('seq').as('seq')])
          .where('run', 'in', runs)
          .where('type', 'in', marking)
          .groupBy(['run', 'type'])
          .as('latest'),
      (on) => on.onRef('latest.run', '=', 'events.run').onRef('latest.seq', '=', 'events.seq'),
    )
    .select(['events.run', 'events.seq', 'events.type', 'events.body', 'events.received'])
    .execute();
  return new Map(
    rows.map(({ run, type, seq, received, body }) => [
      `${run} ${type}`,
      { seq, received, body: JSON.parse(body) as Record<string, unknown> },
    ]),
  );
}

function readText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function readReason(value: unknown): LeaveReason {
  return leaveReasons.find((reason) => reason === value) ?? 'unsaid';
}

function readRules(value: unknown): readonly StuckRule[] {
  return Array.isArray(value) ? stuckRules.filter((rule) => value.includes(rule)) : [];
}
