import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Site } from '../../support/site.ts';
import { filesIn, type Trace } from './watch.ts';

/** What the server keeps and says: the files of its database as they stand, their rows as text, its log, what it exports. */
export function* serverTraces(
  site: Pick<Site, 'dataDir' | 'said'>,
  exported: Readonly<Record<string, string>> = {},
): Generator<Trace> {
  for (const path of filesIn(site.dataDir)) yield { place: `server file ${basename(path)}`, bytes: readFileSync(path) };
  for (const path of filesIn(site.dataDir).filter((name) => name.endsWith('.sqlite')))
    yield { place: 'database rows', text: rowsOf(path) };
  yield { place: 'server log', text: site.said() };
  for (const [path, text] of Object.entries(exported)) yield { place: `export ${path}`, text };
}

function rowsOf(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
  const rows = tables.map(({ name }) => database.prepare(`select * from "${name}"`).all());
  database.close();
  return JSON.stringify(rows, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}
