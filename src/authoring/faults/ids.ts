import { near, type Words } from './words.ts';

/** A text that a variant says otherwise, and what its usual words are today. */
interface OtherText {
  readonly path: string;
  readonly usual: string;
  /** The path and the mark of those words. */
  readonly key: string;
}

/** Identifiers that change, and texts of variants. */
export const ids = {
  S080: ({ name }: { name: string }): Words => ({
    message: `« ${name} » est à la fois un identifiant et un ancien identifiant : il ne peut pas resservir.`,
    hint: 'Prenez un nom neuf.',
  }),
  S081: ({ path, near: word }: { path: string; near?: string | undefined }): Words => ({
    message: `La variante change « ${path} », qui n'existe pas.`,
    ...near(word, 'Un texte se nomme ecran/champ/label, ecran/action/label ou ecran/title.'),
  }),
  S082: ({ name }: { name: string }): Words => ({
    message: `Le paramètre « $${name} » n'est pas déclaré.`,
    hint: 'Ajoutez-le à `params` ou à `returns`.',
  }),
  S083: ({ path, screen }: { path: string; screen: string }): Words => ({
    message: `La variante change « ${path} », mais « ${screen} » est le premier écran : il est écrit une fois pour toutes.`,
    hint: 'Retirez cette ligne, ou changez les mots d’un autre écran.',
  }),
  S084: ({ path, key }: OtherText): Words => ({
    message: `La variante dit « ${path} » autrement, sans l'empreinte des mots habituels.`,
    hint: `Lancez npm run scenarios -- renew : la ligne devient ${key}.`,
  }),
  S085: ({ path, usual }: OtherText): Words => ({
    message: `Les mots habituels de « ${path} » ont changé depuis que la variante les dit autrement : « ${usual} ».`,
    hint: 'Relisez la ligne, puis lancez npm run scenarios -- renew.',
  }),
} as const;
