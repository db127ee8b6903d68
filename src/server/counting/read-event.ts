import type { RunEvent } from '#recording';
import type { Tables } from '../database/tables.ts';

/** An event as it was recorded, from its row. */
export function readEvent(run: string, row: Pick<Tables['events'], 'seq' | 'at' | 'type' | 'body'>): RunEvent {
  return { run, seq: row.seq, at: row.at, type: row.type, ...JSON.parse(row.body) } as RunEvent;
}
