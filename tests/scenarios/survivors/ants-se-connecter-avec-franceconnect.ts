import type { Survivors } from './reasons.ts';

export const antsSeConnecterAvecFranceconnect: Survivors = {
  back: ['lost back screens/demarche/back'],
  common: ['lost outcome screens/signalement/actions/0/on/outage'],
  otherWay: ['swapped target screens/maintenance/actions/0/goes'],
  unsolved: ['lost term screens/signalement/blocks/1/asks'],
};
