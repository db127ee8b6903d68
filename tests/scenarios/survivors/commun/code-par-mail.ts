import type { Survivors } from '../reasons.ts';

export const communCodeParMail: Survivors = {};
