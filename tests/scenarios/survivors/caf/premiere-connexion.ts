import type { Survivors } from '../reasons.ts';

export const cafPremiereConnexion: Survivors = {
  otherKind: ['misspelt kind screens/connexion/blocks/0/blocks/0/kind'],
};
