import { expect, test } from 'vitest';
import { compileLibrary, readLibrary, tryCatalogue } from '#authoring';
import { contracts } from '#mocks';
import { startFake } from '../../src/cli/fake-network.ts';
import { mutants } from './mutants.ts';
import { survivors } from './survivors.ts';

const today = '2026-11-21';
const library = new Map([...readLibrary('scenarios')].filter(([file]) => !file.startsWith('bac-a-sable/')));

/**
 * `npm test` slips in one mutant in five, always the same ones: some 100, of most kinds, which leaves this folder within a
 * minute on two free cores. `MUTANTS=all` slips them all in (eight minutes on a busy machine): `survivors.ts` comes from that.
 */
const oneIn = process.env['MUTANTS'] === 'all' ? 1 : 5;

test('a slip in the real files is caught by check, by an example or by the solver, or listed with its reason', async () => {
  const all = mutants(library, contracts);
  const names = new Set(all.map(({ name }) => name));
  expect(Object.keys(survivors).filter((name) => !names.has(name))).toEqual([]);
  const some = all.filter((_, index) => index % oneIn === 0);
  const left: string[] = [];
  for (const mutant of some) {
    const compiled = compileLibrary(mutant.library, { contracts: mutant.contracts, today });
    if (compiled.faults.some(({ severity }) => severity === 'error')) continue;
    const tried = await tryCatalogue(compiled, Object.keys(compiled.scenarios), { contracts, today, start: startFake });
    if (tried.length === 0) left.push(mutant.name);
  }
  expect(some.length).toBeGreaterThanOrEqual(90);
  expect(left.sort()).toEqual(
    some
      .map(({ name }) => name)
      .filter((name) => name in survivors)
      .sort(),
  );
}, 1_200_000);
