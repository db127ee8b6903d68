import type { Survivors } from './reasons.ts';

export const rechercheTrouverLeVraiSite: Survivors = {
  back: ['lost back screens/signaler-sms/back'],
};
