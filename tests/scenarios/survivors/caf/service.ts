import type { Survivors } from '../reasons.ts';

export const cafService: Survivors = {
  back: ['lost back screens/conditions/back', 'lost back screens/connexion/back'],
  unplayed: ['swapped target always/sessionExpired'],
  wording: ['lost parameter uses/franceconnect/with/nom'],
};
