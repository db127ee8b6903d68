import { spawn } from 'node:child_process';

/** Runs a command to its end and keeps all it says, in order. Passes Ctrl-C on. */
export async function runCommand(
  command: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number; readonly said: string }> {
  const child = spawn(command, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => said.push(words));
  const stop = (): void => void child.kill('SIGTERM');
  process.once('SIGINT', stop);
  const code = await new Promise<number>((done) => {
    child.once('error', (error) => {
      said.push(error.message);
      done(1);
    });
    child.once('close', (status) => done(status ?? 1));
  });
  process.off('SIGINT', stop);
  return { code, said: said.join('') };
}
