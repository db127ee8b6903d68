import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readLibrary } from '#authoring';
import { filesToSlipIn, readRecord, recordPath, standing, standingLine, textHash } from './mutant-record.ts';
import { mutantsOf } from './mutants.ts';
import { survivors } from './survivors/index.ts';
import { type Fate, trialOf } from './trial.ts';

const words = process.argv.slice(2);
const library = readLibrary('scenarios');
const files = filesToSlipIn(library);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Named, or changed since a commit, or else those whose mutants were not all tried since they changed: small ones first. */
function wanted(): readonly string[] {
  const named = words.filter((word) => !word.startsWith('--')).map((word) => word.replace(/^scenarios\//, ''));
  const since = words.find((word) => word.startsWith('--since='))?.split('=')[1];
  if (named.length > 0) return named;
  if (since !== undefined) {
    const changed = execFileSync('git', ['diff', '--name-only', since, '--', 'scenarios'], { encoding: 'utf8' });
    return files.filter((file) => changed.split('\n').includes(`scenarios/${file}`));
  }
  const size = (file: string) => library.get(file)?.length ?? 0;
  return [...standing(library, readRecord(), files).left].sort((a, b) => size(a) - size(b));
}

/** Tries every mutant of a file; writes it down when what nobody caught is what the list says. Says which are not. */
async function tryFile(file: string): Promise<boolean> {
  const began = performance.now();
  const text = library.get(file) ?? '';
  const trial = trialOf(file, library);
  const counts: Record<Fate, number> = { checked: 0, tried: 0, same: 0, survived: 0 };
  const listed = new Set(Object.values(survivors[file] ?? {}).flat());
  const wrong: string[] = [];
  const mutants = mutantsOf(file, text);
  for (const mutant of mutants) {
    const fate = await trial.fate(mutant);
    counts[fate] += 1;
    if (listed.delete(mutant.name) !== (fate === 'survived'))
      wrong.push(`${file}: ${fate === 'survived' ? 'nobody catches' : 'listed, and caught'}: ${mutant.name}`);
  }
  wrong.push(...[...listed].map((name) => `${file}: listed, and not a slip of this file: ${name}`));
  for (const line of wrong) say(line);
  const { checked, tried, same, survived } = counts;
  const seconds = Math.round((performance.now() - began) / 1000);
  say(
    `${file}: ${mutants.length} made, ${checked} caught by check, ${tried} by trying, ${same} change nothing, ` +
      `${survived} not caught; ${seconds} s`,
  );
  if (wrong.length > 0) return false;
  // Read again: another run may have written meanwhile.
  const record = { ...readRecord(), [file]: { text: textHash(text), made: mutants.length, ...counts } };
  const sorted = Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(recordPath, `${JSON.stringify(sorted, null, 2)}\n`);
  return true;
}

/**
 * `npm run mutants -- [file…] [--since=<commit>]`: slips in every mistake that it knows, and writes in `mutants.json` the
 * files of which each is caught or listed. `--say` only tells where that stands. Exit code 1 on a mutant that is neither.
 */
async function main(): Promise<void> {
  if (words.includes('--say')) return void say(standingLine(library, readRecord(), files));
  const unknown = wanted().filter((file) => !files.includes(file));
  for (const file of unknown) say(`${file} is not a file of scenarios/ in which a slip can be made.`);
  if (unknown.length > 0) process.exitCode = 1;
  else for (const file of wanted()) if (!(await tryFile(file))) process.exitCode = 1;
}

await main();
