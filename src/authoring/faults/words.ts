/** What a fault says: what is wrong, and what to write instead. */
export type Words = { readonly message: string; readonly hint?: string; readonly severity?: 'warning' };

export const near = (word: string | undefined, otherwise?: string): { hint?: string } =>
  word !== undefined ? { hint: `Vouliez-vous dire « ${word} » ?` } : otherwise !== undefined ? { hint: otherwise } : {};

/** A name that leads nowhere, and the nearest one that exists. */
export interface Unknown {
  readonly name: string;
  readonly near?: string | undefined;
}
export const unknown =
  (what: string, otherwise?: string) =>
  ({ name, near: word }: Unknown): Words => ({
    message: `${what} « ${name} » n'existe pas.`,
    ...near(word, otherwise),
  });
