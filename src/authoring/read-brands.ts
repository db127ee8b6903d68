import { readLibrary } from './load/library.ts';
import { load } from './load/load.ts';
import type { BrandsYaml } from './schema/index.ts';

/**
 * The names and colours that are others', from the register of a folder of scenarios. Throws what is wrong with it: whoever
 * guards with it must not do so with half of it.
 */
export function readBrands(root: string): BrandsYaml {
  const register = [...readLibrary(root)].filter(([file]) => file === 'marques.yaml');
  const { brands, faults } = load(new Map(register));
  if (faults.length > 0)
    throw new Error(faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return brands.data;
}
