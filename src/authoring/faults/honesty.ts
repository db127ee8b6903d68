import { near, type Words } from './words.ts';

/** What is not attested as it says. */
export const honesty = {
  S050: ({ screen }: { screen: string }): Words => ({
    message: `L'écran « ${screen} » se dit documenté sans nommer de source.`,
    hint: 'Ajoutez « sources: [ … ] », ou dites « reported » ou « assumed ».',
  }),
  S051: ({ screen, months }: { screen: string; months: number }): Words => ({
    severity: 'warning',
    message: `Ce que l'on sait de l'écran « ${screen} » date de ${months} mois.`,
    hint: 'Vérifiez le vrai site, puis mettez `seen` à jour.',
  }),
  S052: ({ screen }: { screen: string }): Words => ({
    message: `L'écran « ${screen} » est documenté, mais rien ne dit ce que ses sources attestent.`,
    hint: 'Ajoutez « note: "Attesté : … " ».',
  }),
  S053: ({ name }: { name: string }): Words => ({
    severity: 'warning',
    message: `La source « ${name} » n'est citée nulle part.`,
    hint: 'Citez-la, ou retirez-la.',
  }),
  S054: ({ screen, near: word }: { screen: string; near?: string | undefined }): Words => ({
    message: `L'écran « ${screen} » dit remplacer un écran du service, et service.yaml n'en a pas de ce nom.`,
    ...near(word, 'Retirez `replaces`, ou donnez à l’écran le nom de celui du service.'),
  }),
} as const;
