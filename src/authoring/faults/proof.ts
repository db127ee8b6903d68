import type { Words } from './words.ts';

/** What keeps examples and the solver from proving anything. */
export const proof = {
  S100: ({ name, detail }: { name: string; detail: string }): Words => ({
    message: `L'exemple « ${name} » change ici le monde, ce qui rouvre la page : ce qui y était tapé est perdu. Ensuite, ${detail.replace(/\.$/, '')}.`,
    hint: 'Mettez ce pas avant « fill », ou remplissez de nouveau après.',
  }),
  S101: ({ field }: { field: string }): Words => ({
    message: `Le champ « ${field} » a sa réponse sur un papier ou dans un message, et ne dit pas ce qu'il demande : le solveur ne peut pas la chercher.`,
    hint: 'Ajoutez « asks: terme », le `term` que porte ce papier.',
  }),
} as const;
