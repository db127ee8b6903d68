import type { Survivors } from '../reasons.ts';

export const poleEmploiActualisation: Survivors = {
  back: ['lost back screens/accueil/back', 'lost back screens/correction-demandee/back'],
  otherKind: ['misspelt kind screens/recherche/blocks/2/kind'],
  unread: [
    'lost input screens/activites/actions/0/with/gross',
    'lost input screens/ajouter-activite/actions/0/with/gross',
  ],
};
