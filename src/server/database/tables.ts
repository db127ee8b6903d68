import type { AccountTables } from '../accounts/tables.ts';
import type { GroupTables } from '../groups/tables.ts';

/** Every table of the one database. */
export interface Tables extends IntakeTables, AccountTables, GroupTables {}

/**
 * The tables of the intake. One interface describes them for SQLite and PostgreSQL: times are integers (ms since
 * 1970, server clock, unless said otherwise), JSON is opaque text read in JavaScript, ids are made by us.
 */
export interface IntakeTables {
  published_scenarios: PublishedScenariosTable;
  runs: RunsTable;
  events: EventsTable;
  run_screens: RunScreensTable;
  first_tries: FirstTriesTable;
  counts: CountsTable;
  /** What purged runs have left in the figures: `counts` holds it too. */
  kept_counts: CountsTable;
  erased_runs: ErasedRunsTable;
}

/** Every scenario@hash that this server has ever served: events of an older edition are still taken. */
interface PublishedScenariosTable {
  scenario: string; // "caf/declaration-trimestrielle@0123456789ab"
  ids: string; // ScenarioIds as JSON
  first_published: number;
}

interface RunsTable {
  id: string; // 32 hex digits, made on the device
  secret_hash: string; // SHA-256 of the run's secret, hex; from first sight
  scenario: string; // "id@hash"
  device: string; // pseudonym of the device
  learner: string | null; // pseudonym of the learner, once they have joined a group
  /** Learner, else device, as known at first sight: whose try this is. */
  person: string;
  /** 1 when it is this person's first try of the scenario (whatever its edition): rates count these. */
  first_try: number;
  persona: string | null; // known once RunStarted has arrived, as are the next two
  variant: string | null;
  level: string | null;
  first_seen: number;
  last_seen: number;
  last_seq: number; // highest received, -1 before any
  event_count: number;
  ending: string | null;
  screen: string | null; // where the learner is, or was when the run ended
  /** Where the fold stands: RunTally (counting/fold.ts) as JSON. */
  tally: string;
}

/** What was recorded, as it was recorded. (run, seq) is the key: sent twice, it counts once. */
interface EventsTable {
  run: string;
  seq: number;
  at: number; // ms since the run began, device clock
  type: string;
  body: string; // the event's other properties, JSON
  received: number;
}

/** One row a run and screen: what one learner met there in one try. Derived from events. */
interface RunScreensTable {
  run: string;
  screen: string;
  tally: string; // ScreenTally (counting/fold.ts) as JSON
}

/** Which run was a person's first of a scenario. The key settles it between processes. */
interface FirstTriesTable {
  person: string;
  scenario: string; // without hash: a new edition is not a new first try
  run: string;
}

/** What is left of an erased run: a random number, so that its device cannot bring it back. */
interface ErasedRunsTable {
  run: string;
  erased_at: number;
}

/** The figures of reports, kept as events arrive. See counting/measures.ts for the measures. */
interface CountsTable {
  scenario: string; // "id@hash"
  variant: string; // "" when none
  first_try: number;
  screen: string;
  field: string; // "" for the screen itself
  measure: string;
  detail: string; // rule, mistake id, bucket … "" when none
  total: number;
}
