import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Library } from '#authoring';
import { mutantsOf } from './mutants.ts';
import type { Survivors } from './survivors/reasons.ts';
import type { Fate } from './trial.ts';

/** What became of every mutant of a file: all of them were made and tried, and what nobody caught is listed. */
export interface MutantCounts extends Readonly<Record<Fate, number>> {
  /** The text that they were slipped into (`textHash`). */
  readonly text: string;
  readonly made: number;
}

/** By file of `scenarios/`. Written by `npm run mutants`, and by nothing else. */
export type MutantRecord = Readonly<Record<string, MutantCounts>>;

export const recordPath = resolve(import.meta.dirname, 'mutants.json');
export const readRecord = (): MutantRecord => JSON.parse(readFileSync(recordPath, 'utf8'));
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The files in which a slip can be made, of those a scenario is written in. */
export const filesToSlipIn = (library: Library): readonly string[] =>
  [...library].flatMap(([file, text]) => (file.endsWith('.yaml') && mutantsOf(file, text).length > 0 ? [file] : []));

/** Which of these files are as they were when all their mutants were tried, and which are not. */
export function standing(library: Library, record: MutantRecord, files: readonly string[]) {
  const isProved = (file: string) => record[file]?.text === textHash(library.get(file) ?? '');
  return { proved: files.filter(isProved), left: files.filter((file) => !isProved(file)) };
}

/** What cannot be true of a record, whoever wrote it: one sentence each. */
export function contradictions(
  library: Library,
  record: MutantRecord,
  survivors: Readonly<Record<string, Survivors>>,
): readonly string[] {
  return Object.entries(record).flatMap(([file, { text, made, checked, tried, same, survived }]) => {
    const now = library.get(file);
    if (now === undefined) return [`${file} is not a file of the catalogue`];
    if (checked + tried + same + survived !== made) return [`${file}: the parts do not add up to ${made}`];
    if (text !== textHash(now)) return [];
    const slips = mutantsOf(file, now).length;
    const listed = Object.values(survivors[file] ?? {}).flat().length;
    return [
      ...(slips === made ? [] : [`${file}: ${slips} slips can be made, ${made} were`]),
      ...(listed === survived ? [] : [`${file}: ${listed} slips are listed, ${survived} were not caught`]),
    ];
  });
}

/** The one line that `npm test` says. */
export function standingLine(library: Library, record: MutantRecord, files: readonly string[]): string {
  const { proved, left } = standing(library, record, files);
  const made = proved.reduce((sum, file) => sum + (record[file]?.made ?? 0), 0);
  const rest = left.length === 0 ? '' : ` Not all tried since these changed (npm run mutants): ${left.join(', ')}.`;
  return `Every mutant of ${proved.length} files of ${files.length} was caught or is listed (${made} mutants).${rest}`;
}
