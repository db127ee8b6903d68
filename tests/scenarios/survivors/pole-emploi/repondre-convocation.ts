import type { Survivors } from '../reasons.ts';

export const poleEmploiRepondreConvocation: Survivors = {
  back: [
    'lost back screens/delai-passe/back',
    'lost back screens/document-seul/back',
    'lost back screens/message-recu/back',
    'lost back screens/reponse-partie/back',
  ],
};
