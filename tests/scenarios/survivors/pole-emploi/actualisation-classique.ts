import type { Survivors } from '../reasons.ts';

export const poleEmploiActualisationClassique: Survivors = {
  back: ['lost back screens/accueil/back'],
  otherKind: ['misspelt kind screens/situation/blocks/17/kind'],
  replaced: ['dropped screen screens/connexion'],
};
