import type { Words } from './words.ts';

/** What would make a replica pass for the real site. */
export const marks = {
  S090: ({ value }: { value: string }): Words => ({
    message: `« ${value} » est une marque de l'État ou d'un service : elle ne se reproduit pas.`,
    hint: 'Retirez-la : le nom du service, en mots ordinaires, suffit.',
  }),
  S091: ({ value, of }: { value: string; of: string }): Words => ({
    message: `La couleur « ${value} » est exactement celle de ${of}.`,
    hint: 'Prenez une couleur voisine, jamais la même.',
  }),
  S092: ({ name, value }: { name: string; value: string }): Words => ({
    message: `La propriété « ${name} » vaut « ${value} » : une police ou une adresse n'y a pas sa place.`,
    hint: 'Gardez des couleurs et des mesures : la police est celle de Réplique.',
  }),
  S093: (_: object): Words => ({
    message: "Le fichier marques.yaml manque : rien ne dit quels noms et quelles couleurs sont à d'autres.",
    hint: 'Remettez-le dans le dossier des scénarios.',
  }),
} as const;
