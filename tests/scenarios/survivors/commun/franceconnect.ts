import type { Survivors } from '../reasons.ts';

export const communFranceconnect: Survivors = {
  back: ['lost back screens/redirection/back'],
  unplayed: ['swapped target screens/information/actions/0/on/maintenance'],
  unread: ['lost input screens/information/actions/0/with/consent'],
};
