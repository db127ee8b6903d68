import type { Migration } from 'kysely/migration';
import * as intake from './001-intake.ts';
import * as accounts from './002-accounts.ts';
import * as groups from './003-groups.ts';
import * as erasedRuns from './004-erased-runs.ts';
import * as keptCounts from './005-kept-counts.ts';

/** Every migration, in order. A name is never reused, a published one never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-intake': intake,
  '002-accounts': accounts,
  '003-groups': groups,
  '004-erased-runs': erasedRuns,
  '005-kept-counts': keptCounts,
};
