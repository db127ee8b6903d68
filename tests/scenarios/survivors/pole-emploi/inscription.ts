import type { Survivors } from '../reasons.ts';

export const poleEmploiInscription: Survivors = {
  back: [
    'lost back screens/accueil/back',
    'lost back screens/cinq-semaines-plus-tard/back',
    'lost back screens/confirmation/back',
    'lost back screens/trois-semaines-plus-tard/back',
  ],
  otherWay: ['swapped target screens/sept-semaines-plus-tard/actions/0/goes'],
  unplayed: [
    'swapped target screens/cinq-semaines-plus-tard/actions/1/on/ok',
    'swapped target screens/recapitulatif/actions/0/on/alreadyRegistered',
    'swapped target screens/trois-semaines-plus-tard/actions/1/on/sanction',
  ],
  unread: [
    'lost input screens/allocation/actions/0/with/wanted',
    'lost input screens/difficultes/actions/0/with/needs',
  ],
};
