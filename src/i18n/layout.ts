import { tied } from './tied.ts';

/** Words of the frame around every page. */
export const layoutWords = tied({
  product: 'Réplique',
  training: 'Entraînement',
  printed: 'Entraînement : ce n’est pas un site officiel.',
  skip: 'Aller au contenu',
  theme: 'Couleurs claires ou sombres',
  themeSwitch: 'Changer clair / sombre',
  safe: 'Ici, vous vous entraînez. Rien n’est envoyé à une administration.',
  learnerNav: 'Pages du site',
  staffNav: 'Espace professionnel',
  home: 'Accueil',
  join: 'J’ai un code',
  help: 'Aide',
  about: 'Ce que ce site est',
  footer: 'Réplique est un site d’entraînement. Ce n’est pas un site de l’État.',
} as const);
