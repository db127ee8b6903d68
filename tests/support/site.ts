import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from './postgres.ts';

const root = resolve(import.meta.dirname, '../..');

/** What `npm start` gives Node: a young heap that stays small keeps the server at rest under its 180 MB. */
const flags: readonly string[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .scripts.start.split(' ')
  .filter((word: string) => word.startsWith('--'));

/** The built site, served by the real server process with a database of its own. */
export interface Site {
  readonly port: number;
  /** "http://localhost:4321" */
  readonly origin: string;
  /** The same over a name that is not localhost: no secure context, for browsers started with our arguments. */
  readonly lanOrigin: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** All that the process has said. */
  said(): string;
  stop(): Promise<void>;
}

export interface SiteOptions {
  readonly port?: number;
  /** Kept when given, else thrown away at the end. */
  readonly dataDir?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Another than the server's own: one that a test broke. */
  readonly program?: string;
}

/** Starts it; resolves once it answers. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'site-'));
  const said: string[] = [];
  const child = spawn(process.execPath, [...flags, options.program ?? 'src/server/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '0.0.0.0',
      DATA_DIR: dataDir,
      ALLOWED_HOSTS: 'lan.test',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => said.push(words));
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const origin = `http://localhost:${port}`;
  await answering(origin, child, said);
  return {
    port,
    origin,
    lanOrigin: `http://lan.test:${port}`,
    dataDir,
    process: child,
    said: () => said.join(''),
    async stop() {
      child.kill('SIGTERM');
      await gone;
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function answering(origin: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; ) {
    if (child.exitCode !== null) throw new Error(`The server stopped (${child.exitCode}): ${said.join('')}`);
    try {
      await fetch(origin, { redirect: 'manual' });
      return;
    } catch {
      if (Date.now() > deadline) throw new Error(`The server does not answer: ${said.join('')}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** Where the browser tests read what the server said: its one-time link, for one. */
export const siteNote = join(root, '.cache/site.json');

// Playwright starts this file as its web server.
if (import.meta.main) {
  const site = await startSite({ port: Number(process.env.SITE_PORT ?? 4448) });
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(siteNote, JSON.stringify({ origin: site.origin, lanOrigin: site.lanOrigin, said: site.said() }));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void site.stop().then(() => process.exit(0)));
}
