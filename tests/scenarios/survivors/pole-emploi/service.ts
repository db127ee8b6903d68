import type { Survivors } from '../reasons.ts';

export const poleEmploiService: Survivors = {
  back: ['lost back screens/compte-bloque/back'],
  unplayed: ['swapped target always/sessionExpired'],
};
