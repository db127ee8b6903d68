import type { Survivors } from '../reasons.ts';

export const antsPreDemandeTitreAvant2022: Survivors = {
  back: ['lost back screens/avant-de-commencer/back', 'lost back screens/rendez-vous-confirme/back'],
};
