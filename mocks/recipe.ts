import type { Duration, Recipe } from '#engine';
import { contracts } from './every-service.ts';
import type { Network } from './network.ts';

/** How to reach an outcome: what the contract says of "caf.signIn" and "locked". Undefined when it says nothing. */
export function recipeOf(operation: string, outcome: string): Recipe | undefined {
  const [service = '', name = ''] = operation.split('.');
  const contract = contracts[service];
  return (contract?.operations[name]?.outcomes[outcome] ?? contract?.common[outcome])?.recipe;
}

/**
 * Prepares the world of a running network so that the next call of `operation` answers `outcome`, and says what the
 * caller must do itself: jump the clock, and change these inputs. The answer still comes from the real handler.
 */
export function applyRecipe(
  network: Pick<Network, 'preset'>,
  operation: string,
  outcome: string,
): { readonly jump: Duration | null; readonly input: NonNullable<Recipe['input']> } {
  const recipe = recipeOf(operation, outcome);
  if (!recipe) throw new Error(`No recipe leads "${operation}" to "${outcome}".`);
  const [service = ''] = operation.split('.');
  for (const preset of recipe.presets ?? []) network.preset(service, preset);
  return { jump: recipe.jump ?? null, input: recipe.input ?? {} };
}
