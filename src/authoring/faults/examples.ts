import type { Words } from './words.ts';

/** What an example does that nobody could do in a page. */
export const examples = {
  S100: ({ name, detail }: { name: string; detail: string }): Words => ({
    message: `L'exemple « ${name} » change ici le monde, ce qui rouvre la page : ce qui y était tapé est perdu. Ensuite, ${detail.replace(/\.$/, '')}.`,
    hint: 'Mettez ce pas avant « fill », ou remplissez de nouveau après.',
  }),
} as const;
