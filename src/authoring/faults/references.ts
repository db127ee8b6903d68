import { near, type Unknown, unknown, type Words } from './words.ts';

/** Names that lead nowhere. */
export const references = {
  S010: unknown("L'écran ou la fin", 'Écrivez le nom d’un écran de ce fichier, ou d’une fin.'),
  S011: unknown('Le personnage', 'Les personnages sont les fichiers de personas/.'),
  S012: ({ name, persona, near: word }: Unknown & { persona: string }): Words => ({
    message: `Le papier « ${name} » n'existe pas chez ${persona}.`,
    ...near(word, 'Ajoutez ce papier au personnage, ou prenez-en un autre.'),
  }),
  S013: ({ name, paper, near: word }: Unknown & { paper: string }): Words => ({
    message: `Le papier « ${paper} » ne porte pas « ${name} ».`,
    ...near(word, 'Prenez un élément qui est écrit sur ce papier.'),
  }),
  S014: unknown("L'opération", 'Les opérations sont dans le contrat du faux service.'),
  S015: ({ name, operation, near: word }: Unknown & { operation: string }): Words => ({
    message: `L'opération ${operation} ne répond jamais « ${name} ».`,
    ...near(word, 'Retirez cette ligne.'),
  }),
  S016: unknown('Le terme', 'Ajoutez-le à glossaire.yaml.'),
  S017: unknown('La compétence', 'Ajoutez-la aux `skills` du scénario et à glossaire.yaml.'),
  S018: unknown('La source', 'Ajoutez-la à sources.yaml.'),
  S019: unknown('Le message', 'Ajoutez-le à `messages`.'),
  S020: ({ name, screen, near: word }: Unknown & { screen: string }): Words => ({
    message: `Le champ « ${name} » n'existe pas dans l'écran « ${screen} ».`,
    ...near(word, 'Prenez un champ de cet écran.'),
  }),
  S021: unknown("L'image", 'Posez le fichier dans le dossier images du service.'),
  S022: unknown("L'écran partagé", 'Les écrans partagés sont dans commun/.'),
  S023: ({ detail, hint }: { name: string; detail: string; hint: string }): Words => ({ message: detail, hint }),
  S024: ({ name, screen, near: word }: Unknown & { screen: string }): Words => ({
    message: `L'action « ${name} » n'existe pas dans l'écran « ${screen} ».`,
    ...near(word, 'Prenez une action de cet écran.'),
  }),
  S025: ({ name, near: word }: Unknown): Words => ({
    message: `La condition lit « ${name} », que rien n'établit.`,
    ...near(word, 'Un fait est un champ à choix, un trait de personnage ou une opération.'),
  }),
  S026: ({ fact, name, near: word, allowed }: Unknown & { fact: string; allowed: readonly string[] }): Words => ({
    message: `« ${fact} » ne vaut jamais « ${name} ».`,
    ...near(word, `Valeurs possibles : ${allowed.join(', ')}.`),
  }),
  S027: ({ what, name, near: word, allowed }: Unknown & { what: string; allowed: readonly string[] }): Words => ({
    message: `${what} « ${name} » n'existe pas.`,
    ...near(word, `Valeurs possibles : ${allowed.join(', ') || 'aucune'}.`),
  }),
  S028: ({ text, near: word, calls }: { text: string; near?: string | undefined; calls?: string }): Words => ({
    message: `« ${text} » ne peut pas être rempli${calls === undefined ? '' : ' ici'}.`,
    ...near(
      word,
      calls === undefined
        ? 'Voyez la liste des accolades dans docs/langage.md.'
        : `Appelez ${calls} en entrant dans cet écran (load), ou sur un écran qui y mène.`,
    ),
  }),
  S029: ({ operation, name, near: word }: Unknown & { operation: string }): Words => ({
    message: `L'opération ${operation} n'a pas d'entrée « ${name} ».`,
    ...near(word, 'Retirez cette ligne.'),
  }),
} as const;
