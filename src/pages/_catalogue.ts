import { type CompiledCatalogue, compileCatalogue } from '#authoring';
import { contracts } from '#mocks';

let kept: CompiledCatalogue | null = null;

/**
 * The catalogue of `scenarios/`, for the pages that are made from it. Compiled once a build; in development compiled
 * again for each page, so that a saved file shows.
 */
export function catalogue(): CompiledCatalogue {
  if (kept === null || import.meta.env.DEV) kept = compileCatalogue('scenarios', { contracts });
  return kept;
}

/** The sandbox shows every block to its authors and tests: it is not a procedure to learn. */
export function isForLearners(scenario: string): boolean {
  return !scenario.startsWith('bac-a-sable/');
}
