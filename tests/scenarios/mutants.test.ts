import { expect, test } from 'vitest';
import { compileLibrary, readLibrary, tryCatalogue } from '#authoring';
import { contracts } from '#mocks';
import { startFake } from '../../src/cli/fake-network.ts';
import { mutants } from './mutants.ts';
import { survivors } from './survivors.ts';

const today = '2026-11-21';
const library = new Map([...readLibrary('scenarios')].filter(([file]) => !file.startsWith('bac-a-sable/')));

test('a slip in the real files is caught by check, by an example or by the solver, or listed with its reason', async () => {
  // One in three, always the same ones: enough of each kind, in a time that suits `npm test`.
  const all = mutants(library, contracts).filter((_, index) => index % 3 === 0);
  const left: string[] = [];
  for (const mutant of all) {
    const compiled = compileLibrary(mutant.library, { contracts: mutant.contracts, today });
    if (compiled.faults.some(({ severity }) => severity === 'error')) continue;
    const tried = await tryCatalogue(compiled, Object.keys(compiled.scenarios), { contracts, today, start: startFake });
    if (tried.length === 0) left.push(mutant.name);
  }
  expect(all.length).toBeGreaterThanOrEqual(100);
  expect(left.sort()).toEqual(Object.keys(survivors).sort());
}, 300_000);
