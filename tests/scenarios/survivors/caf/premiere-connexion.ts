import type { Survivors } from '../reasons.ts';

export const cafPremiereConnexion: Survivors = {};
