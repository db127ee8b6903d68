import type { Survivors } from './reasons.ts';

export const cafService: Survivors = {
  back: ['lost back screens/conditions/back', 'lost back screens/connexion/back'],
  otherKind: ['misspelt kind screens/connexion/blocks/0/blocks/0/kind'],
  unplayed: ['swapped target always/sessionExpired'],
  unsolved: [
    'lost term screens/mot-de-passe-oublie/blocks/1/asks',
    'lost term screens/mot-de-passe-oublie/blocks/2/asks',
  ],
  wording: ['lost parameter uses/franceconnect/with/nom'],
};
