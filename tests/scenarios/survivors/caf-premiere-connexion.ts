import type { Survivors } from './reasons.ts';

export const cafPremiereConnexion: Survivors = {
  otherKind: ['misspelt kind screens/connexion/blocks/0/blocks/0/kind'],
  unsolved: ['lost term screens/mes-coordonnees/blocks/1/asks'],
};
