import type { Survivors } from '../reasons.ts';

export const cafDeclarationTrimestrielle: Survivors = {};
