import type { Survivors } from '../reasons.ts';

export const antsSeConnecterAvecFranceconnect: Survivors = {
  back: ['lost back screens/demarche/back'],
  otherWay: ['swapped target screens/maintenance/actions/0/goes'],
};
