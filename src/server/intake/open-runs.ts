import { newRunTally } from '../counting/tally.ts';
import type { Batch } from './batch.ts';
import type { Statements } from './statements.ts';
import type { RunRow, Steps } from './steps.ts';

/** The rows of every run named, locked, created at first sight. A run that was erased has none. */
export function* openRuns(
  batches: readonly Batch[],
  now: number,
  learnerOf: (batch: Batch) => string | null,
  say: Statements,
): Steps<Map<string, RunRow>> {
  const rows = new Map<string, RunRow>();
  const select = function* (ids: readonly string[]): Steps<void> {
    for (const query of say.selectRuns(ids)) for (const row of (yield query) as RunRow[]) rows.set(row.id, { ...row });
  };
  const ids = [...new Set(batches.map((batch) => batch.run))].sort();
  yield* select(ids);

  const unseen = ids.filter((id) => !rows.has(id));
  const erased = new Set<string>();
  for (const query of say.selectErased(unseen)) {
    for (const { run } of (yield query) as { run: string }[]) erased.add(run);
  }
  const fresh = new Map<string, RunRow>();
  for (const batch of batches) {
    if (!rows.has(batch.run) && !fresh.has(batch.run) && !erased.has(batch.run)) {
      fresh.set(batch.run, newRun(batch, learnerOf(batch), now));
    }
  }
  if (fresh.size === 0) return rows;
  const inOrder = [...fresh.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const query of say.insertRuns(inOrder)) {
    for (const { id } of (yield query) as { id: string }[]) rows.set(id, fresh.get(id) as RunRow);
  }
  const tries = inOrder
    .filter(({ id }) => rows.has(id))
    .map(({ id, person, scenario }) => ({ run: id, person, scenario: withoutHash(scenario) }))
    .sort((a, b) => (a.person + a.scenario < b.person + b.scenario ? -1 : 1));
  for (const query of say.insertFirstTries(tries)) {
    for (const { run } of (yield query) as { run: string }[]) (rows.get(run) as RunRow).first_try = 1;
  }
  // Another process has created them in between.
  yield* select(inOrder.map(({ id }) => id).filter((id) => !rows.has(id)));
  return rows;
}

function newRun(batch: Batch, learner: string | null, now: number): RunRow {
  return {
    id: batch.run,
    secret_hash: batch.secretHash,
    scenario: batch.scenario,
    device: batch.device,
    learner,
    person: learner ?? batch.device,
    first_try: 0,
    persona: null,
    variant: null,
    level: null,
    first_seen: now,
    last_seen: now,
    last_seq: -1,
    event_count: 0,
    ending: null,
    screen: null,
    tally: JSON.stringify(newRunTally()),
  };
}

function withoutHash(scenario: string): string {
  return scenario.slice(0, scenario.lastIndexOf('@'));
}
