import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBrands } from '#authoring';

/**
 * Writes, for the server, the names that no name of its own may look like. From the register of the scenarios, but at the
 * build: a server that is there does not lose its guard with a file that somebody edits.
 */
export function writeImitatedNames(scenarios: string, dist: string): void {
  writeFileSync(join(dist, 'imitated-names.json'), JSON.stringify(readBrands(scenarios).hosts));
}
