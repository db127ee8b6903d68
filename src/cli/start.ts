import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { isBuilt } from './fingerprint.ts';
import { runCommand } from './run-command.ts';

/** Something the operator must do before the simulator can start, in one sentence. */
class NotReady extends Error {}

/** `npm start`: builds when something changed, then serves. What cannot start says what to do, and nothing else. */
async function start(): Promise<void> {
  const { port, host, dataDir } = settings();
  // First what takes no time, so that nobody waits for a build to be told that the port is taken.
  await portIsFree(port, host);
  folderIsWritable(dataDir);
  if (!isBuilt()) await build();
  // The server says its addresses and its own troubles (a database from a newer version) itself.
  await import(resolve('src/server/main.ts'));
}

function settings(): { readonly port: number; readonly host: string; readonly dataDir: string } {
  const { PORT = '4321', HOST = 'localhost', DATA_DIR = 'data' } = process.env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new NotReady(`PORT vaut « ${PORT} » : donnez un nombre de 1 à 65535, par exemple PORT=4321 npm start.`);
  return { port, host: HOST, dataDir: DATA_DIR };
}

async function portIsFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  const failure = await new Promise<NodeJS.ErrnoException | null>((done) => {
    probe.once('error', done);
    probe.listen(port, host, () => done(null));
  });
  if (failure === null) return new Promise((done) => void probe.close(() => done()));
  if (failure.code === 'EADDRINUSE')
    throw new NotReady(
      `Le port ${port} est déjà pris : arrêtez l'autre programme, ou choisissez un autre port, par exemple PORT=${port + 1} npm start.`,
    );
  if (failure.code === 'EACCES')
    throw new NotReady(
      `Le port ${port} est réservé à l'administrateur : choisissez-en un autre, par exemple PORT=4321 npm start.`,
    );
  throw new NotReady(
    `L'adresse « ${host} » ne convient pas (${failure.code}) : donnez HOST=0.0.0.0 ou HOST=localhost.`,
  );
}

function folderIsWritable(folder: string): void {
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new NotReady(
      `Impossible d'écrire dans le dossier « ${folder} » (${code}) : donnez-en le droit, ou choisissez un autre dossier avec DATA_DIR.`,
    );
  }
}

/** For its owner alone. One level at a time: `recursive` never returns where the system answers ENOENT for a name it will not have (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

async function build(): Promise<void> {
  if (!existsSync('node_modules/astro'))
    throw new NotReady('Il manque les dépendances : lancez npm ci, puis npm start.');
  console.log('Préparation du site : une minute environ, la première fois et après chaque changement.');
  const check = await runCommand(process.execPath, ['src/cli/scenarios.ts', 'check']);
  if (check.code !== 0) {
    console.error(check.said.trimEnd());
    throw new NotReady('Un scénario a une faute : corrigez les lignes ci-dessus, puis relancez npm start.');
  }
  const built = await runCommand(process.execPath, ['src/cli/build.ts']);
  if (built.code !== 0) {
    console.error(built.said.trimEnd().split('\n').slice(-20).join('\n'));
    throw new NotReady('Le site n’a pas pu être construit : voyez les lignes ci-dessus, puis relancez npm start.');
  }
}

try {
  await start();
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  console.error(error.message);
  process.exit(1);
}
