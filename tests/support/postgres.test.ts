import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, startPostgres, type ThrowAwayPostgres } from './postgres.ts';

let postgres: ThrowAwayPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

it('gives each asker a database of its own', async () => {
  const [one, other] = [await freshDatabase(postgres.url), await freshDatabase(postgres.url)];
  const client = new pg.Client({ connectionString: one.url });
  await client.connect();
  const { rows } = await client.query('select current_database() as name, current_setting($1) as version', [
    'server_version_num',
  ]);
  await client.end();
  expect(new URL(one.url).pathname).toBe(`/${rows[0].name}`);
  expect(Number(rows[0].version)).toBeGreaterThanOrEqual(150_000);
  expect(one.url).not.toBe(other.url);
  await Promise.all([one.drop(), other.drop()]);
});
