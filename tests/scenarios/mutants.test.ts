import { describe, expect, test } from 'vitest';
import { readLibrary } from '#authoring';
import { filesToSlipIn } from './mutant-record.ts';
import { mutantsOf } from './mutants.ts';
import { survivors } from './survivors/index.ts';
import { type Fate, trialOf } from './trial.ts';

/**
 * `npm test` slips in one mutant in sixty, always the same ones, spread over the files. `npm run mutants` slips them all in,
 * file after file, and writes down of which files each was caught or listed (`mutants.json`).
 */
const oneIn = 60;

const library = readLibrary('scenarios');
const files = Object.keys(survivors);

describe('a slip in a real file is caught by check, by an example or by the solver, or listed with its reason', () => {
  test('no file in which a slip can be made is left out', () => {
    expect([...files].sort()).toEqual([...filesToSlipIn(library)].sort());
  });

  test.each(files)('%s', { timeout: 3_600_000 }, async (file) => {
    const all = mutantsOf(file, library.get(file) ?? '');
    const listed = Object.values(survivors[file] ?? {}).flat();
    expect(listed.filter((name) => !all.some((mutant) => mutant.name === name))).toEqual([]);

    const trial = trialOf(file, library);
    const some = all.filter((_, index) => (index + files.indexOf(file)) % oneIn === 0);
    const fates = new Map<string, Fate>();
    for (const mutant of some) fates.set(mutant.name, await trial.fate(mutant));

    const left = [...fates].flatMap(([name, fate]) => (fate === 'survived' ? [name] : []));
    expect(left.sort()).toEqual(listed.filter((name) => fates.has(name)).sort());
  });
});
