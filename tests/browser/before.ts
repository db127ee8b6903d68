import { join } from 'node:path';
import { compileCatalogue } from '#authoring';
import { contracts } from '#mocks';
import { type Compiled, forget, write } from './notes.ts';
import { type PlannedPlay, planScenario } from './plan.ts';

/** Before all tests: what an earlier run left does not count. Compiles and plans once, for every worker. */
export default async function before(): Promise<void> {
  forget();
  const root = join(import.meta.dirname, '../../scenarios');
  const { scenarios, personas, about } = compileCatalogue(root, { contracts });
  write('catalogue', { scenarios, personas, about } satisfies Compiled);
  const plan: Record<string, readonly PlannedPlay[]> = {};
  for (const id of Object.keys(scenarios)) plan[id] = await planScenario({ scenarios, personas, about }, id);
  write('plan', plan);
}
