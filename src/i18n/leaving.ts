import { tied } from './tied.ts';

/** A name that somebody else wrote, kept from turning the words around it (right-to-left marks). */
const apart = (name: string) => `\u2068${name}\u2069`;

/** Words of « Effacer et partir », on every page that a learner can be on. */
export const leavingWords = tied({
  label: 'Sur cet appareil',
  erase: 'Effacer et partir',
  who: (nickname: string, group: string) => `Votre surnom : ${apart(nickname)}. Votre groupe : ${apart(group)}.`,
  orNot: (nickname: string) => `Vous avez fini, ou vous n’êtes pas ${apart(nickname)} ?`,
  someone: 'Un exercice est gardé sur cet appareil.',
  someoneOrNot: 'Vous avez fini, ou ce n’est pas le vôtre ?',
  title: 'Effacer et partir ?',
  text: 'Cet appareil va oublier tous les exercices commencés ici.',
  textOf: (nickname: string) =>
    `Cet appareil va oublier ${apart(nickname)}, son groupe et tous les exercices commencés ici.`,
  code: 'Pour revenir dans le groupe, il faudra le code personnel. Est-il noté sur papier ?',
  stay: 'Non, rester',
  erasing: 'On efface…',
  awayTitle: 'Il n’y a plus personne ?',
  away: 'Si cet ordinateur sert à d’autres, effacez ce qu’il a gardé avant de partir.',
  awayOf: (nickname: string) =>
    `Si vous n’êtes pas ${apart(nickname)}, ou si cet ordinateur sert à d’autres, effacez ce qu’il a gardé.`,
  back: 'Je suis là, continuer',
  pageTitle: (title: string) => `Entraînement : ${title}`,
  doneTitle: 'C’est effacé',
  done: 'Cet appareil ne garde plus rien de votre entraînement. Vous pouvez partir.',
  offline: 'Il n’y a plus de réseau : le site reviendra avec lui.',
  notDoneTitle: 'Tout n’est pas effacé',
  notDone: 'Fermez les autres onglets de ce site. Quand le réseau sera là, recommencez.',
} as const);
