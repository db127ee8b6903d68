import type { Words } from './words.ts';

/** What could be a real person's. */
export const harmless = {
  S070: ({ value }: { value: string }): Words => ({
    message: `« ${value} » pourrait être le numéro de sécurité sociale de quelqu'un.`,
    hint: 'Prenez la commune 000 (8e à 10e caractères), qui n’existe pas, et recalculez la clé.',
  }),
  S071: ({ value }: { value: string }): Words => ({
    message: `« ${value} » pourrait être un vrai compte bancaire.`,
    hint: 'Prenez un IBAN dont la clé est fausse : FR00…',
  }),
  S072: ({ value }: { value: string }): Words => ({
    message: `« ${value} » est un numéro de téléphone que l'on pourrait appeler.`,
    hint: 'Prenez un numéro réservé à la fiction : 06 39 98 xx xx.',
  }),
  S073: ({ value }: { value: string }): Words => ({
    message: `L'adresse mail « ${value} » pourrait être celle de quelqu'un.`,
    hint: 'Prenez un domaine de la liste revue dans src/authoring/check/reviewed.ts.',
  }),
  S074: ({ value }: { value: string }): Words => ({
    message: `L'adresse « ${value} » n'a sa place que sous \`address\` et sur la fiche à emporter.`,
    hint: 'Retirez-la, ou remplacez-la par des mots.',
  }),
  S075: ({ name, detail }: { name: string; detail: string }): Words => ({
    message: `L'image « ${name} » contient ${detail}.`,
    hint: 'Gardez des formes et des couleurs, sans script ni adresse.',
  }),
  S076: ({ value }: { value: string }): Words => ({
    message: `La clé du numéro de sécurité sociale « ${value} » est fausse.`,
    hint: 'La clé vaut 97 moins le reste de la division du numéro par 97.',
  }),
  S077: ({ value }: { value: string }): Words => ({
    message: `La plaque « ${value} » pourrait être celle de quelqu'un.`,
    hint: 'Mettez-y une lettre U, que ces plaques n’ont jamais : AU-731-UB.',
  }),
  S078: ({ value }: { value: string }): Words => ({
    message: `Le SIRET « ${value} » pourrait être celui d'une vraie société.`,
    hint: 'Changez le dernier chiffre des neuf premiers : leur clé doit être fausse.',
  }),
  S079: ({ value }: { value: string }): Words => ({
    message: `L'adresse dessinée « ${value} » n'est ni à l'État, ni dans la liste revue.`,
    hint: 'Relisez-la, puis ajoutez son domaine dans src/authoring/check/reviewed.ts.',
  }),
} as const;
