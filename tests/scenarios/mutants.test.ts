import { describe, expect, test } from 'vitest';
import { readLibrary } from '#authoring';
import { mutantsOf } from './mutants.ts';
import { survivors } from './survivors/index.ts';
import { type Fate, trialOf } from './trial.ts';

/**
 * `npm test` slips in one mutant in sixty, always the same ones, spread over the files. `MUTANTS=all` slips them all in (an
 * hour or so), `MUTANTS=caf/ouvrir-son-compte.yaml` those of one file; both say what became of them:
 *
 *     MUTANTS=all npx vitest run --project rooms tests/scenarios/mutants.test.ts
 */
const wanted = process.env['MUTANTS'];
const oneIn = wanted === undefined ? 60 : 1;

const library = readLibrary('scenarios');
const files = Object.keys(survivors).filter((file) => wanted === undefined || wanted === 'all' || wanted === file);

describe('a slip in a real file is caught by check, by an example or by the solver, or listed with its reason', () => {
  test('there are files to slip in', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)('%s', { timeout: 3_600_000 }, async (file) => {
    const all = mutantsOf(file, library.get(file) ?? '');
    const listed = Object.values(survivors[file] ?? {}).flat();
    expect(listed.filter((name) => !all.some((mutant) => mutant.name === name))).toEqual([]);

    const began = performance.now();
    const trial = trialOf(file, library);
    const some = all.filter((_, index) => (index + files.indexOf(file)) % oneIn === 0);
    const fates = new Map<string, Fate>();
    for (const mutant of some) fates.set(mutant.name, await trial.fate(mutant));
    if (wanted !== undefined) report(file, [...fates.values()], performance.now() - began);

    const left = [...fates].flatMap(([name, fate]) => (fate === 'survived' ? [name] : []));
    expect(left.sort()).toEqual(listed.filter((name) => fates.has(name)).sort());
  });
});

function report(file: string, fates: readonly Fate[], milliseconds: number): void {
  const count = (fate: Fate) => fates.filter((each) => each === fate).length;
  process.stdout.write(
    `${file}: ${fates.length} made, ${count('checked')} caught by check, ${count('tried')} by trying, ` +
      `${count('same')} change nothing, ${count('survived')} listed; ${Math.round(milliseconds / 1000)} s\n`,
  );
}
