import { join, resolve } from 'node:path';
import { compileCatalogue } from '#authoring';
import { contracts } from '#mocks';

/** What the site under test was built from, compiled once a worker. */
export const catalogue = compileCatalogue(join(resolve(import.meta.dirname, '../..'), 'scenarios'), { contracts });
