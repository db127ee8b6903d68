import type { Survivors } from '../reasons.ts';

export const cafOuvrirSonCompte: Survivors = {
  back: ['lost back screens/accueil-public/back', 'lost back screens/creer-mot-de-passe/back'],
  mistake: ['misspelt value of a fact screens/piece-identite/blocks/1/coach/mistakes/2/when/contains'],
  unplayed: ['swapped target screens/connexion/actions/1/on/provisionalNumber'],
};
