const tries = (count: number) => (count === 1 ? 'un essai' : `${count} essais`);

/** Words of the page where a trainer erases what learners did. */
export const erasingWords = {
  title: 'Effacer des essais',
  back: 'Retour au groupe',
  link: 'Effacer des essais',
  linkWhat: 'Quand une personne demande que ce qu’elle a fait ici disparaisse.',
  intro:
    'Une personne peut demander que ses essais disparaissent de ce serveur. Choisissez son surnom, ou tapez le code qu’elle vous donne.',
  who: 'Par le surnom',
  nobody: 'Personne n’est dans ce groupe.',
  tries: (count: number) => (count === 0 ? 'aucun essai' : tries(count)),
  byCode: 'Par un code',
  code: 'Code personnel, ou code d’un essai',
  codeHint:
    'Le code personnel est sur la carte de la personne. Le code d’un essai est à la fin de l’exercice, sous le bilan, et dans le tableau (CSV) du groupe. Il marche aussi pour un essai fait hors de tout groupe.',
  codeButton: 'Chercher pour effacer',
  copyButton: 'Télécharger une copie',
  copyWhat: 'La copie contient tout ce que ce serveur garde de la personne. Donnez-la-lui si elle la demande.',
  codeUnknown: 'Aucun essai de ce groupe, ni hors de tout groupe, n’a ce code. Vérifiez-le, ou choisissez un surnom.',
  what: (nickname: string) => `Que faut-il effacer pour ${nickname} ?`,
  everything: (nickname: string, count: number) =>
    count === 0 ? `${nickname} : surnom et code personnel` : `Tout : ${tries(count)}, le surnom et le code personnel`,
  one: (title: string, day: string, hour: string) => `Un essai : « ${title} », le ${day} à ${hour}`,
  oneCode: 'Code de l’essai :',
  next: 'Continuer',
  another: 'Choisir autre chose',
  sure: {
    everything: (nickname: string) => `Effacer tout ce qu’a fait ${nickname} ?`,
    one: (nickname: string | null) =>
      nickname === null ? 'Effacer cet essai, fait hors de tout groupe ?' : `Effacer cet essai de ${nickname} ?`,
    goes: 'Ce qui disparaît :',
    ofTry: (nickname: string | null) => [
      'l’essai : les écrans vus, les aides, les erreurs, les temps ;',
      ...(nickname === null ? [] : ['sa ligne dans le tableau du groupe ;']),
      'sa part dans tous les chiffres des démarches.',
    ],
    ofLearner: (count: number) => [
      count === 0
        ? 'aucun essai : cette personne n’a pas commencé ;'
        : `${tries(count)} : écrans, aides, erreurs, temps ;`,
      'le surnom dans le groupe, et le code personnel : il ne marchera plus ;',
      'sa part dans tous les chiffres des démarches.',
    ],
    forEver: 'On ne peut pas revenir en arrière.',
    stays:
      'Ce qui reste : les fichiers déjà téléchargés, les sauvegardes du serveur, et ce que garde l’appareil de la personne (« Effacer et partir » le retire).',
    yesEverything: 'Oui, tout effacer',
    yesOne: 'Oui, effacer cet essai',
    no: 'Non, ne rien effacer',
  },
  done: {
    one: 'L’essai est effacé.',
    everything: (nickname: string) => `Tout ce qu’a fait ${nickname} est effacé.`,
    gone: 'Il n’y a plus rien à effacer : c’était déjà fait.',
  },
} as const;
