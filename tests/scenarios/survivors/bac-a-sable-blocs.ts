import type { Survivors } from './reasons.ts';

export const bacASableBlocs: Survivors = {
  back: ['lost back screens/textes/back'],
  sandbox: ['lost term screens/particuliers/blocks/4/asks', 'misspelt term screens/champs/blocks/0/asks'],
};
