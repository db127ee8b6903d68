import type { Survivors } from '../reasons.ts';

export const antsService: Survivors = {
  back: ['lost back screens/nouveau-mot-de-passe/back'],
  unwatched: ['lost input screens/paiement-timbre/actions/0/with/delivery'],
};
