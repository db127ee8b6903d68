import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** Rows written as fast as the database takes them, 20 a transaction, with nothing checked or counted. */
export interface RawInserts {
  /** Writes for so long (ms); returns rows a second. */
  run(forMs: number): Promise<number>;
  close(): Promise<void>;
}

const batch = 20;
const columns =
  'run text not null, seq bigint not null, at bigint not null, type text not null, body text not null, received bigint not null, primary key (run, seq)';
/** As long as the body of an event that the intake keeps. */
const body = JSON.stringify({
  type: 'EntryCommitted',
  screen: 'ressources',
  field: 'montants',
  class: 'right',
  ordinal: 1,
});

const row = (at: number): [string, number, number, string, string, number] => [
  `${Math.floor(at / 40)}`.padStart(32, '0'),
  at % 40,
  at * 700,
  'EntryCommitted',
  body,
  at,
];

export function rawSqlite(): RawInserts {
  const folder = mkdtempSync(join(tmpdir(), 'raw-'));
  const db = new DatabaseSync(join(folder, 'raw.sqlite'));
  db.exec(`pragma journal_mode = wal; pragma synchronous = full; create table raw_events (${columns})`);
  const insert = db.prepare('insert into raw_events values (?, ?, ?, ?, ?, ?)');
  let next = 0;
  return {
    async run(forMs) {
      const [began, from] = [performance.now(), next];
      while (performance.now() - began < forMs) {
        db.exec('begin immediate');
        for (let turn = 0; turn < batch; turn++) insert.run(...row(next++));
        db.exec('commit');
      }
      return ((next - from) * 1000) / (performance.now() - began);
    },
    async close() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function rawPostgres(url: string): Promise<RawInserts> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create table raw_events (${columns})`);
  const places = Array.from(
    { length: batch },
    (_, at) => `(${[1, 2, 3, 4, 5, 6].map((n) => `$${at * 6 + n}`).join()})`,
  );
  const text = `insert into raw_events values ${places.join()}`;
  let next = 0;
  return {
    async run(forMs) {
      const [began, from] = [performance.now(), next];
      while (performance.now() - began < forMs) {
        const values = Array.from({ length: batch }, () => row(next++)).flat();
        await client.query({ name: 'raw', text, values });
      }
      return ((next - from) * 1000) / (performance.now() - began);
    },
    close: () => client.end(),
  };
}
