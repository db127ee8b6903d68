import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Staff } from '../../src/server/accounts/staff.ts';
import { createApp } from '../../src/server/app.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import { runSite } from '../support/run-site.ts';

/**
 * The built site with a hole in who may open what, to show that the table of docs/acces.md would tell. A program of its
 * own, for `startSite({ program })`; `HOLE` says which one. Nothing of it is in the product.
 */
type Hole = 'page' | 'group' | 'learner';
const hole = process.env['HOLE'] as Hole;
const dist = resolve(import.meta.dirname, '../../dist');

/** A copy of the build whose table of roles opens the page of the team to anybody. */
function unlocked(): string {
  const copy = resolve(import.meta.dirname, '../../.cache/broken-dist', String(process.pid));
  mkdirSync(copy, { recursive: true });
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const name of ['client', 'imitated-names.json']) symlinkSync(join(dist, name), join(copy, name));
  cpSync(join(dist, 'server'), join(copy, 'server'), { recursive: true });
  let found = 0;
  for (const name of globSync('server/**/*.mjs', { cwd: copy })) {
    const path = join(copy, name);
    const code = readFileSync(path, 'utf8');
    const open = code.replace(/(equipe\\\/\?\$\/,\s*who: \[)"trainer"/, '$1"anyone"');
    if (open === code) continue;
    found += 1;
    writeFileSync(path, open);
  }
  if (found !== 1) throw new Error(`The table of roles stands ${found} times in the build`);
  return copy;
}

const config = readConfig(process.env);
const app = await createApp({ ...config, dist: hole === 'page' ? unlocked() : dist });
const { kysely } = app.db;
const { own } = app.groups;
if (hole === 'group')
  Object.assign(app.groups, {
    own: async (by: Staff, id: string) => {
      const row = await kysely.selectFrom('groups').select('owner').where('id', '=', id).executeTakeFirst();
      return own({ ...by, id: row?.owner ?? '' }, id);
    },
  });
if (hole === 'learner')
  Object.assign(app.groups, {
    learners: async () =>
      (await kysely.selectFrom('learners').selectAll().execute()).map((row) => ({ ...row, joinedAt: row.created_at })),
  });
await runSite(app, createLog(false));
