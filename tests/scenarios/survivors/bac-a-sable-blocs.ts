import type { Survivors } from './reasons.ts';

export const bacASableBlocs: Survivors = {
  back: ['lost back screens/textes/back'],
  sandbox: [
    'lost term screens/champs/blocks/0/asks',
    'lost term screens/champs/blocks/2/asks',
    'lost term screens/champs/blocks/3/asks',
    'lost term screens/champs/blocks/4/asks',
    'lost term screens/champs/blocks/5/asks',
    'lost term screens/champs/blocks/6/asks',
    'lost term screens/champs/blocks/7/blocks/0/asks',
    'lost term screens/champs/blocks/7/blocks/1/asks',
    'lost term screens/champs/blocks/7/blocks/2/asks',
    'lost term screens/champs/blocks/7/blocks/3/asks',
    'lost term screens/choix/blocks/0/asks',
    'lost term screens/choix/blocks/1/asks',
    'lost term screens/choix/blocks/2/asks',
    'lost term screens/choix/blocks/4/asks',
    'lost term screens/choix/blocks/6/asks',
    'lost term screens/particuliers/blocks/0/asks',
    'lost term screens/particuliers/blocks/2/asks',
    'lost term screens/particuliers/blocks/3/asks',
    'lost term screens/particuliers/blocks/4/asks',
    'lost term screens/refus/blocks/2/asks',
    'misspelt term screens/champs/blocks/0/asks',
  ],
};
