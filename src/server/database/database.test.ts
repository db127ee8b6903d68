import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isAppError } from '../app-error.ts';
import { dialects, newDatabase, type TestDatabase } from '../testing/databases.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';

describe.each(dialects)('the database on %s', (dialect) => {
  let open: TestDatabase;
  afterEach(() => open.close());

  it('opens again what it made, and keeps what was written', async () => {
    open = await newDatabase(dialect);
    await open.db.kysely.insertInto('first_tries').values({ person: 'p', scenario: 's', run: 'r' }).execute();
    const again = await openDatabase(open.settings);
    expect(await again.kysely.selectFrom('first_tries').select('run').execute()).toMatchObject([{ run: 'r' }]);
    await again.close();
  });

  it.each(Object.keys(migrations).slice(0, -1))(
    'brings a database of version %s up to date, with its data',
    async (version) => {
      open = await newDatabase(dialect);
      const { kysely } = open.db;
      // Back to nothing: every table but Kysely's own, those that others refer to last.
      for (const { name } of (await kysely.introspection.getTables()).reverse()) {
        await kysely.schema
          .dropTable(name)
          .cascade()
          .ifExists()
          .execute()
          .catch(() => kysely.schema.dropTable(name).ifExists().execute());
      }
      await sql`delete from kysely_migration`.execute(kysely);
      const names = Object.keys(migrations);
      const known = Object.entries(migrations).slice(0, names.indexOf(version) + 1);
      await migrate(kysely, Object.fromEntries(known));
      await kysely.insertInto('first_tries').values({ person: 'p', scenario: 's', run: 'r' }).execute();
      await migrate(kysely);
      expect(await kysely.selectFrom('first_tries').select('run').execute()).toMatchObject([{ run: 'r' }]);
      expect(await kysely.selectFrom('erased_runs').selectAll().execute()).toEqual([]);
      const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(kysely);
      expect(applied.rows.map(({ name }) => name)).toEqual(names);
    },
  );

  it('refuses a database from a newer version in one sentence, and leaves it as it is', async () => {
    open = await newDatabase(dialect);
    await sql`insert into kysely_migration (name, timestamp) values ('999-demain', '2031-01-01')`.execute(
      open.db.kysely,
    );
    const error = await openDatabase(open.settings).catch((reason: unknown) => reason);
    expect(isAppError(error, 'database-newer')).toBe(true);
    expect((error as Error).message).toBe(
      'La base de données vient d’une version plus récente de Réplique (999-demain) : installez cette version, ou reprenez une sauvegarde.',
    );
  });

  it('undoes a transaction that fails, and goes on', async () => {
    open = await newDatabase(dialect);
    const { db } = open;
    const insert = db.kysely.insertInto('first_tries').values({ person: 'p', scenario: 's', run: 'r' }).compile();
    await expect(
      db.transact(function* () {
        yield insert;
        yield insert; // the key is taken
      }),
    ).rejects.toThrow();
    expect(await db.kysely.selectFrom('first_tries').selectAll().execute()).toEqual([]);
    await db.transact(function* () {
      yield insert;
    });
    expect(await db.kysely.selectFrom('first_tries').selectAll().execute()).toHaveLength(1);
  });

  it('gives counts and large integers as numbers', async () => {
    open = await newDatabase(dialect);
    const found = await sql<{ large: number }>`select cast(1800000000000 as bigint) as large`.execute(open.db.kysely);
    expect(found.rows[0]?.large).toBe(1_800_000_000_000);
  });
});

describe('SQLite', () => {
  it('is durable at each commit and checks what refers to what', async () => {
    const open = await newDatabase('sqlite');
    const settings = await Promise.all(
      ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map(
        async (name) =>
          Object.values((await sql.raw<object>(`pragma ${name}`).execute(open.db.kysely)).rows[0] ?? {})[0],
      ),
    );
    expect(settings).toEqual(['wal', 2, 1, 1]);
    await open.close();
  });

  it('leaves nothing in its files of what was erased', async () => {
    const open = await newDatabase('sqlite');
    const person = 'quelqu-un-que-l-on-reconnait';
    const files = () =>
      readdirSync(open.settings.dataDir)
        .map((name) => readFileSync(join(open.settings.dataDir, name)).toString('latin1'))
        .join('');
    for (let turn = 0; turn < 200; turn++)
      await open.db.kysely
        .insertInto('first_tries')
        .values({ person: `${person}-${turn}`, scenario: 's', run: 'r' })
        .execute();
    expect(files()).toContain(person);
    await open.db.kysely.deleteFrom('first_tries').execute();
    // As it was, still in the log.
    expect(files()).toContain(person);
    await open.db.scrub();
    expect(files()).not.toContain(person);
    await open.close();
  });

  it('leaves nothing of it either once another process has done reading, without being asked again', async () => {
    const { db, settings, close } = await newDatabase('sqlite');
    const file = join(settings.dataDir, 'replique.sqlite');
    const log = () => readFileSync(`${file}-wal`).toString('latin1');
    await db.kysely.insertInto('first_tries').values({ person: 'une-personne', scenario: 's', run: 'r' }).execute();
    const reader = new DatabaseSync(file);
    reader.exec('begin');
    expect(reader.prepare('select person from first_tries').all()).toHaveLength(1);
    await db.kysely.deleteFrom('first_tries').execute();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await db.scrub();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log()).toContain('une-personne');
    reader.exec('commit');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log()).not.toContain('une-personne');
    expect(vi.getTimerCount()).toBe(0);
    reader.exec('begin');
    expect(reader.prepare('select person from first_tries').all()).toEqual([]);
    await db.kysely.insertInto('first_tries').values({ person: 'p', scenario: 's', run: 'r' }).execute();
    vi.useRealTimers();
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await db.scrub();
    expect(
      timers.mock.results.map(({ value }) => value.hasRef()),
      'it keeps no process alive',
    ).toEqual([false]);
    timers.mockRestore();
    await close();
    reader.close();
  });

  it('lets nobody else on the machine read its folder and files', async () => {
    const above = mkdtempSync(join(tmpdir(), 'donnees-'));
    const dataDir = join(above, 'data');
    const rights = (name: string) => (statSync(join(dataDir, name)).mode & 0o777).toString(8);
    const before = process.umask(0o022);
    const db = await openDatabase({ dataDir });
    await db.kysely.insertInto('first_tries').values({ person: 'p', scenario: 's', run: 'r' }).execute();
    expect(['.', ...readdirSync(dataDir).sort()].map((name) => [name, rights(name)])).toEqual([
      ['.', '700'],
      ['replique.sqlite', '600'],
      ['replique.sqlite-shm', '600'],
      ['replique.sqlite-wal', '600'],
    ]);
    await db.close();
    // Made by an earlier version.
    chmodSync(join(dataDir, 'replique.sqlite'), 0o644);
    await (await openDatabase({ dataDir })).close();
    expect(rights('replique.sqlite')).toBe('600');
    process.umask(before);
    rmSync(above, { recursive: true });
  });

  it('waits for a transaction that another part holds open across an await', async () => {
    const open = await newDatabase('sqlite');
    const { kysely } = open.db;
    const order: string[] = [];
    let go: () => void = () => undefined;
    const gate = new Promise<void>((done) => {
      go = done;
    });
    const held = kysely.transaction().execute(async (trx) => {
      await trx.insertInto('first_tries').values({ person: 'a', scenario: 's', run: 'r' }).execute();
      await gate;
      order.push('theirs');
    });
    const ours = open.db.transact(function* () {
      yield kysely.insertInto('first_tries').values({ person: 'b', scenario: 's', run: 'r' }).compile();
      order.push('ours');
    });
    go();
    await Promise.all([held, ours]);
    expect(order).toEqual(['theirs', 'ours']);
    await open.close();
  });

  it('says in a sentence that a file is no database', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'donnees-'));
    writeFileSync(join(dataDir, 'replique.sqlite'), 'This is a shopping list. '.repeat(100));
    const error = await openDatabase({ dataDir }).catch((reason: unknown) => reason);
    expect(isAppError(error, 'database-unreadable')).toBe(true);
    rmSync(dataDir, { recursive: true });
  });

  it('says in a sentence that the folder cannot be made', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'donnees-'));
    writeFileSync(join(dataDir, 'file'), '');
    const error = await openDatabase({ dataDir: join(dataDir, 'file', 'under') }).catch((reason: unknown) => reason);
    expect(isAppError(error, 'data-folder-unwritable')).toBe(true);
    rmSync(dataDir, { recursive: true });
  });

  it('says the same where no folder can be made at all, instead of trying for ever', async () => {
    const error = await openDatabase({ dataDir: '/proc/nope/data' }).catch((reason: unknown) => reason);
    expect(isAppError(error, 'data-folder-unwritable')).toBe(true);
  });
});

describe('PostgreSQL', () => {
  it('says in a sentence that nobody answers', async () => {
    const settings = { dataDir: tmpdir(), databaseUrl: 'postgres://nobody@127.0.0.1:1/none' };
    const error = await openDatabase(settings).catch((reason: unknown) => reason);
    expect(isAppError(error, 'database-unreachable')).toBe(true);
  });
});
