import type { OperationContract, Recipe } from '#engine';

/** How a recipe begins for an operation of the open space. */
export const signedIn = (...more: string[]): Recipe => ({ presets: ['signed-in', ...more] });

/** An operation of an open account that has one answer only. */
export const always = <const Input extends OperationContract['input']>(
  input: Input,
  recipe = signedIn(),
  data?: readonly string[],
) => ({ session: true, input, outcomes: { ok: { status: 200, success: true, recipe, ...(data && { data }) } } });

/** What is refused of a document at once; the persona's documents bear these ids. */
export const files = (name: string, recipe: Recipe) => ({
  wrongFormat: { status: 415, recipe: { ...recipe, input: { [name]: { value: 'photo-iphone' } } } },
  tooHeavy: { status: 413, recipe: { ...recipe, input: { [name]: { value: 'scan-lourd' } } } },
});
