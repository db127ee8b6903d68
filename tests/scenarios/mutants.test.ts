import { expect, test } from 'vitest';
import { compileLibrary, readLibrary, tryCatalogue } from '#authoring';
import { contracts } from '#mocks';
import { startFake } from '../../src/cli/fake-network.ts';
import { mutants } from './mutants.ts';
import { survivors } from './survivors.ts';

const today = '2026-11-21';
/**
 * The first procedure, alone with what it is made of: its survivors have been read one by one. Those of the procedures
 * that came after have not; a mutant there would also cost the walk of them all.
 */
const mutated = 'caf/declaration-trimestrielle.yaml';
const library = new Map(
  [...readLibrary('scenarios')].filter(
    ([file]) =>
      file === mutated || !/^[a-z-]+\/(?!service)[a-z0-9-]+\.yaml$/.test(file) || /^(personas|commun)\//.test(file),
  ),
);
const isOwn = (name: string) => name.includes(` ${mutated} `);

/**
 * `npm test` slips in one mutant in five, always the same ones: some 40, of most kinds, which leaves this folder within a
 * minute on two free cores. `MUTANTS=all` slips them all in (eight minutes on a busy machine): `survivors.ts` comes from that.
 */
const oneIn = process.env['MUTANTS'] === 'all' ? 1 : 5;

test('a slip in the real files is caught by check, by an example or by the solver, or listed with its reason', async () => {
  const all = mutants(library, contracts).filter(({ name }) => isOwn(name));
  const names = new Set(all.map(({ name }) => name));
  expect(Object.keys(survivors).filter((name) => isOwn(name) && !names.has(name))).toEqual([]);
  const some = all.filter((_, index) => index % oneIn === 0);
  const left: string[] = [];
  for (const mutant of some) {
    const compiled = compileLibrary(mutant.library, { contracts: mutant.contracts, today });
    if (compiled.faults.some(({ severity }) => severity === 'error')) continue;
    const tried = await tryCatalogue(compiled, Object.keys(compiled.scenarios), { contracts, today, start: startFake });
    if (tried.length === 0) left.push(mutant.name);
  }
  expect(some.length).toBeGreaterThanOrEqual(30);
  expect(left.sort()).toEqual(
    some
      .map(({ name }) => name)
      .filter((name) => name in survivors)
      .sort(),
  );
}, 1_200_000);
