import type { Survivors } from '../reasons.ts';

export const poleEmploiService: Survivors = {
  back: ['lost back screens/compte-bloque/back'],
  otherKind: ['misspelt kind screens/connexion/blocks/0/blocks/0/kind'],
  unplayed: ['swapped target always/sessionExpired'],
};
