import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../app-error.ts';
import { makeFolder } from '../make-folder.ts';

const least = 32;

/**
 * The server's secret: the one given (`REPLIQUE_SECRET`, where several processes must share one), else the file `secret` of the data
 * folder, made at first start and readable by its owner only.
 *
 * @throws AppError when the secret given is too short, the file damaged, or the folder unwritable.
 */
export function serverSecret(dataDir: string, given: string | undefined): string {
  if (given !== undefined && given !== '') {
    if (given.length < least)
      throw new AppError('setting-wrong', {
        name: 'REPLIQUE_SECRET',
        expected: `au moins ${least} caractères au hasard`,
      });
    return given;
  }
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) {
    try {
      makeFolder(dataDir);
      // 'wx': of two processes that start together, one writes and the other reads.
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new AppError('data-folder-unwritable', { folder: dataDir }, error);
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < least) throw new AppError('secret-damaged', { file });
  chmodSync(file, 0o600);
  return secret;
}

/** A keyed hash for one purpose. What is guessable (codes, addresses) cannot be found again from a stolen database. */
export function keyedHash(secret: string, purpose: string): (text: string) => string {
  const key = createHmac('sha256', secret).update(purpose).digest();
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}
