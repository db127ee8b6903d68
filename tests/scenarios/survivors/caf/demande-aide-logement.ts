import type { Survivors } from '../reasons.ts';

export const cafDemandeAideLogement: Survivors = {
  back: ['lost back screens/adresse-enregistree/back'],
};
