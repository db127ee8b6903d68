import { sql } from 'kysely';
import { createApp } from '../../src/server/app.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import { runSite } from '../support/run-site.ts';

/**
 * The server made to betray: what it is told, it writes in its database and its log, and shows on the pages of trainers and
 * designers and in what they take away. The harness must catch it in each of those places. A program of its own, for
 * `startSite({ program })`; nothing of it is in the product.
 */
const log = createLog(false);
const app = await createApp(readConfig(process.env));
const { kysely } = app.db;
const { published } = app;
const idsOf = published.idsOf.bind(published);
await kysely.schema.createTable('notes').ifNotExists().addColumn('words', 'text').execute();

// The name of a scenario is the one thing of a batch that may hold any word before it is refused.
const keep = async (words: string): Promise<void> => {
  await sql`insert into notes values (${words})`.execute(kysely);
  log.error('Une page n’a pas pu être servie', { error: words });
  await kysely.updateTable('learners').set({ nickname: words }).execute();
  await kysely.updateTable('groups').set({ name: words }).execute();
  for (const outline of app.outlines.values()) Object.assign(outline, { title: words });
};
const leaky = {
  idsOf: async (name: string) => {
    const ids = await idsOf(name);
    if (ids === null) await keep(name);
    return ids;
  },
};
await runSite({ ...app, published: Object.assign(Object.create(published), leaky) }, log);
