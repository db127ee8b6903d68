import type { Words } from './words.ts';

/** What is hard to read, by eye or by ear. */
export const plainWords = {
  S060: ({ count, text }: { count: number; text: string }): Words => ({
    severity: 'warning',
    message: `Phrase de coach de ${count} mots : « ${text} »`,
    hint: '12 mots au plus : coupez-la en deux.',
  }),
  S061: ({ word }: { word: string }): Words => ({
    message: `Le coach emploie « ${word} », que le glossaire n'explique pas.`,
    hint: 'Employez un mot courant, ou ajoutez une explication `plain` à glossaire.yaml.',
  }),
  S062: ({ level, text }: { level: number; text: string }): Words => ({
    severity: 'warning',
    message: `Texte difficile à lire (indice ${level} sur 100) : « ${text} »`,
    hint: 'Phrases plus courtes, mots plus courts.',
  }),
  S063: ({ heading }: { heading: string }): Words => ({
    message: `Le titre « ${heading} » est de niveau 3, sans titre de niveau 2 avant lui : une lecture à voix haute saute un niveau.`,
    hint: 'Retirez « level: 3 ».',
  }),
} as const;
