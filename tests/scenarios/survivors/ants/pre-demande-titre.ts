import type { Survivors } from '../reasons.ts';

export const antsPreDemandeTitre: Survivors = {
  back: ['lost back screens/avant-de-commencer/back', 'lost back screens/rendez-vous-confirme/back'],
};
