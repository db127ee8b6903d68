import type { Survivors } from '../reasons.ts';

export const antsPermisPerduOuVole: Survivors = {
  back: [
    'lost back screens/avant-de-commencer/back',
    'lost back screens/paiement-en-attente/back',
    'lost back screens/paiement-interrompu/back',
  ],
  unplayed: [
    'swapped target screens/espace-conducteur/load/on/accepted/0/to',
    'swapped target screens/espace-conducteur/load/on/asked',
    'swapped target screens/espace-conducteur/load/on/draft',
    'swapped target screens/espace-conducteur/load/on/rejected',
    'swapped target screens/recapitulatif-permis/actions/0/on/alreadyMade',
    'swapped target screens/tableau-de-bord/actions/3/goes/0/to',
  ],
};
