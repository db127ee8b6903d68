import type { RunEvent } from '#recording';
import { fold, type Tallies } from '../counting/fold.ts';
import { contribute } from '../counting/measures.ts';
import { Moves } from '../counting/moves.ts';
import { readEvent } from '../counting/read-event.ts';
import { newRunTally, type RunTally, type ScreenTally } from '../counting/tally.ts';
import type { Tables } from '../database/tables.ts';
import type { Batch } from './batch.ts';
import { openRuns } from './open-runs.ts';
import type { Statements } from './statements.ts';
import type { RunRow, Steps } from './steps.ts';

export type Taken = { readonly stored: number } | { readonly refused: 'wrong-secret' | 'other-scenario' };

/** A run that has moved, for whoever watches. */
export interface TouchedRun {
  readonly run: string;
  readonly learner: string | null;
  readonly scenario: string; // "id@hash"
}

export interface TakenGroup {
  /** One a batch, in the order given. */
  readonly results: readonly Taken[];
  readonly touched: readonly TouchedRun[];
}

/**
 * Stores a group of batches and moves every figure by what they change, in one transaction. Locks are taken table by
 * table and in the order of keys, so that processes sharing a PostgreSQL do not wait for each other in a circle.
 */
export function* take(batches: readonly Batch[], now: number, say: Statements): Steps<TakenGroup> {
  const learners = yield* knownLearners(batches, say);
  const learnerOf = ({ learner }: Batch): string | null =>
    learner !== null && learners.get(learner.id) === learner.tokenHash ? learner.id : null;
  const rows = yield* openRuns(batches, now, learnerOf, say);

  const results: Taken[] = [];
  const events = new Map<string, RunEvent>();
  for (const batch of batches) {
    const row = rows.get(batch.run);
    // Erased: taken and not kept, so that the device forgets it too.
    if (row === undefined) results.push({ stored: 0 });
    else if (row.secret_hash !== batch.secretHash) results.push({ refused: 'wrong-secret' });
    else if (row.scenario !== batch.scenario) results.push({ refused: 'other-scenario' });
    else {
      results.push({ stored: 0 });
      row.last_seen = Math.max(row.last_seen, now);
      row.learner ??= learnerOf(batch);
      // The first of two that bear the same number counts, in a batch as between batches.
      for (const event of batch.events) {
        const key = keyOf(event.run, event.seq);
        if (!events.has(key)) events.set(key, event);
      }
    }
  }

  const inserted = yield* insertEvents([...events.values()], now, say);
  const moves = new Moves();
  const screens: Tables['run_screens'][] = [];
  const changed = new Map<string, RunEvent[]>();
  for (const [key, event] of events) {
    if (!inserted.has(key)) continue;
    const list = changed.get(event.run);
    if (list === undefined) changed.set(event.run, [event]);
    else list.push(event);
  }
  const ids = [...changed.keys()].sort();
  const tallies = yield* loadTallies(ids, rows, say);
  for (const id of ids) {
    const row = rows.get(id) as RunRow;
    const fresh = (changed.get(id) as RunEvent[]).sort((a, b) => a.seq - b.seq);
    const before = tallies.get(id) as Tallies;
    const figures = moves.of(row.scenario, row.first_try);
    if (row.event_count > 0) contribute(before, figures, -1);
    const moved = new Set<string>();
    const after = yield* foldIn(before, fresh, row, moved, say);
    contribute(after, figures, 1);
    for (const screen of [...moved].sort()) {
      screens.push({ run: id, screen, tally: JSON.stringify(after.screens.get(screen)) });
    }
    describe(row, after.run, fresh);
  }

  const accepted = new Set(
    batches.filter(({ run }, at) => rows.has(run) && 'stored' in (results[at] as Taken)).map(({ run }) => run),
  );
  for (const query of say.updateRuns([...accepted].sort().map((id) => rows.get(id) as RunRow))) yield query;
  for (const query of say.upsertScreens(screens)) yield query;
  for (const query of say.upsertCounts(moves.rows())) yield query;

  return {
    results: results.map((result, at) => {
      if (!('stored' in result)) return result;
      const batch = batches[at] as Batch;
      let stored = 0;
      // Counted once: what an earlier batch of this group has stored is not stored again.
      for (const event of batch.events) if (inserted.delete(keyOf(event.run, event.seq))) stored += 1;
      return { stored };
    }),
    touched: [...accepted].map((id) => {
      const { learner, scenario } = rows.get(id) as RunRow;
      return { run: id, learner, scenario };
    }),
  };
}

function* knownLearners(batches: readonly Batch[], say: Statements): Steps<Map<string, string>> {
  const found = new Map<string, string>();
  const ids = [...new Set(batches.flatMap(({ learner }) => (learner === null ? [] : [learner.id])))].sort();
  for (const query of say.selectLearners(ids)) {
    for (const row of (yield query) as { id: string; token_hash: string }[]) found.set(row.id, row.token_hash);
  }
  return found;
}

function* insertEvents(events: readonly RunEvent[], now: number, say: Statements): Steps<Set<string>> {
  const inserted = new Set<string>();
  const rows = events.map(({ run, seq, at, type, ...body }) => ({
    run,
    seq,
    at,
    type,
    body: JSON.stringify(body),
    received: now,
  }));
  rows.sort((a, b) => (a.run === b.run ? a.seq - b.seq : a.run < b.run ? -1 : 1));
  for (const query of say.insertEvents(rows)) {
    for (const { run, seq } of (yield query) as { run: string; seq: number }[]) inserted.add(keyOf(run, seq));
  }
  return inserted;
}

function* loadTallies(
  ids: readonly string[],
  rows: ReadonlyMap<string, RunRow>,
  say: Statements,
): Steps<Map<string, Tallies>> {
  const found = new Map<string, Tallies>();
  for (const id of ids) {
    found.set(id, { run: JSON.parse((rows.get(id) as RunRow).tally) as RunTally, screens: new Map() });
  }
  for (const query of say.selectScreens(ids.filter((id) => (rows.get(id) as RunRow).event_count > 0))) {
    for (const { run, screen, tally } of (yield query) as Tables['run_screens'][]) {
      found.get(run)?.screens.set(screen, JSON.parse(tally) as ScreenTally);
    }
  }
  return found;
}

/** In order: the tallies go on from where they stood. Out of order: the run is counted anew from all its events. */
function* foldIn(
  before: Tallies,
  fresh: readonly RunEvent[],
  row: RunRow,
  moved: Set<string>,
  say: Statements,
): Steps<Tallies> {
  if ((fresh[0] as RunEvent).seq > row.last_seq) {
    for (const event of fresh) fold(before, event, moved);
    return before;
  }
  const after: Tallies = { run: newRunTally(), screens: new Map() };
  const stored = (yield say.selectEvents(row.id)) as Pick<Tables['events'], 'seq' | 'at' | 'type' | 'body'>[];
  for (const event of stored) fold(after, readEvent(row.id, event), moved);
  return after;
}

/** Brings a run's row up to date with its tally. */
function describe(row: RunRow, tally: RunTally, fresh: readonly RunEvent[]): void {
  row.persona = tally.persona;
  row.variant = tally.variant;
  row.level = tally.level;
  row.ending = tally.ending;
  row.screen = tally.screen;
  row.tally = JSON.stringify(tally);
  row.last_seq = Math.max(row.last_seq, ...fresh.map((event) => event.seq));
  row.event_count += fresh.length;
}

function keyOf(run: string, seq: number): string {
  return `${run}:${seq}`;
}
