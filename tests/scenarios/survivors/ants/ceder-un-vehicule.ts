import type { Survivors } from '../reasons.ts';

export const antsCederUnVehicule: Survivors = {
  back: ['lost back screens/avant-de-commencer/back', 'lost back screens/enregistree/back'],
};
