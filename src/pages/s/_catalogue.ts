import { type CompiledCatalogue, compileCatalogue } from '#authoring';
import { contracts } from '#mocks';

let compiled: CompiledCatalogue | undefined;

/** The compiled scenarios: once for a build, anew at each request while authors write. */
export function catalogue(): CompiledCatalogue {
  if (!compiled || import.meta.env.DEV) compiled = compileCatalogue('scenarios', { contracts });
  return compiled;
}

/** Address of a scenario's content: it changes with the content, so that it can be kept for ever. */
export const contentAddress = (scenario: { readonly id: string; readonly hash: string }): string =>
  `/contenu/${scenario.id}/${scenario.hash}.json`;
