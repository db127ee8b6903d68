/**
 * What the coach says: « vous », short, never a blame. A sentence of the scenario always comes before these;
 * these are for what the scenario does not foresee.
 */
export const coachWords = {
  title: 'Le coach',
  nothingSent: "Rien n'est envoyé : c'est un entraînement.",
  takeYourTime: 'Prenez votre temps.',

  levelTitle: 'Mon aide',
  levels: {
    'montre-moi': { name: 'Montre-moi', says: 'Je fais devant vous.' },
    'guide-moi': { name: 'Guide-moi', says: 'Je vous dis quoi faire, une chose à la fois.' },
    'je-complete': { name: 'Je complète', says: 'Je fais le facile. Vous faites le reste.' },
    'je-demande': { name: 'Je demande', says: 'Je me tais. Demandez-moi quand vous voulez.' },
    'tout-seul': { name: 'Tout seul', says: 'Vous faites sans moi. Je reste à côté.' },
    'comme-en-vrai': { name: 'Comme en vrai', says: 'Pas d’aide, comme sur le vrai site.' },
  },

  fill: (label: string) => `Remplissez « ${label} ».`,
  choose: (label: string) => `Choisissez une réponse pour « ${label} ».`,
  tick: (label: string) => `Lisez « ${label} », puis cochez si vous êtes d'accord.`,
  press: (label: string) => `Appuyez sur « ${label} ».`,
  readScreen: 'Lisez cette page tranquillement.',
  working: 'Le site travaille. Attendez un instant.',
  done: "C'est fini pour cette démarche.",
  why: (text: string) => `Pourquoi : ${text}`,
  lookAt: (title: string) => `Regardez : ${title}.`,
  openPaper: (title: string) => `Ouvrir : ${title}`,
  openPane: { mail: 'Ouvrir ma boîte mail', phone: 'Ouvrir mon téléphone', letters: 'Ouvrir mon courrier' },
  showAgain: "Montrez-moi où c'est",
  firstThis: 'Vous pouvez aussi. Je vous propose d’abord ceci :',

  right: "C'est bon.",
  corrected: "C'est corrigé. Bien vu.",
  refused: {
    empty: (label: string) => `« ${label} » est encore vide. Le site en a besoin.`,
    malformed: (label: string) => `Le site ne comprend pas « ${label} ». Vérifiez la façon de l'écrire.`,
    rules: (label: string) => `« ${label} » ne suit pas encore toutes les règles affichées.`,
  },
  other: (label: string) => `Comparez « ${label} » avec le papier, chiffre par chiffre.`,
  otherNoPaper: (label: string) => `Relisez « ${label} » encore une fois.`,
  emptied: (label: string) => `« ${label} » est vide maintenant.`,
  serviceSaid: 'Le site a répondu. Lisez son message, puis réessayez.',

  silent: 'Je me tais. Vous pouvez demander quand vous voulez.',
  ask: "Demander de l'aide",
  more: 'Une aide de plus',
  moreSoon: (seconds: number) => `Essayez d'abord, ou attendez ${seconds} ${seconds > 1 ? 'secondes' : 'seconde'}.`,
  skip: 'Montrez-moi comment faire',
  close: "Fermer l'aide",
  allSaid: "J'ai tout dit. Une personne peut vous aider.",
  human: "Parler à quelqu'un",
  humanRight: 'Internet n’est pas obligatoire. Une personne peut vous aider.',
  takeBack: "Reprendre de l'aide",
  alone: 'Vous faites sans moi. Je reste à côté.',

  offer: 'Voulez-vous un coup de main ?',
  offerYes: 'Oui, aidez-moi',
  offerNo: 'Non, je continue',
  sayOtherwise: 'Disons-le autrement.',

  reassure: "Rien n'est envoyé. Prenez votre temps.",
  where: (label: string) => `C'est ici : « ${label} ».`,

  /** Rung H3 when the scenario has no example: one for another household, by the way a field is filled. */
  how: {
    text: 'Exemple : Zoé écrit « Zoé », comme sur sa carte.',
    email: 'Exemple : zoe.petit@exemple.fr, sans espace.',
    phone: 'Exemple : 10 chiffres, sans rien d’autre.',
    digits: 'Exemple : recopiez les chiffres un par un, de gauche à droite.',
    reference: 'Exemple : Zoé lit 00 XX 123. Elle tape 00XX123.',
    nir: 'Exemple : Zoé copie 13 chiffres et laisse les 2 derniers.',
    code: 'Exemple : Zoé lit 493 027. Elle tape 493027.',
    amount: 'Exemple : pour 845 € 30, Zoé tape 845,30.',
    number: 'Exemple : pour 35 heures, Zoé tape 35.',
    date: 'Exemple : le 5 mars 1990 s’écrit 05, 03, 1990.',
    password: 'Exemple : Zoé copie le mot de passe de son carnet.',
    'new-password': 'Exemple : inventez-en un, jamais le vôtre.',
    choice: 'Exemple : Zoé lit tout, puis touche une seule réponse.',
    'yes-no': 'Exemple : Zoé vit seule. Elle touche « Non ».',
    choices: 'Exemple : Zoé touche chaque réponse vraie pour elle.',
    tick: 'Exemple : touchez le petit carré devant la phrase.',
    typeahead: 'Exemple : tapez 3 lettres, puis touchez la bonne ligne.',
    file: 'Exemple : touchez « Choisir », puis le bon document.',
    grid: 'Exemple : Zoé écrit 845 dans la case du bon mois.',
    captcha: 'Exemple : recopiez les lettres, ou écoutez-les.',
    button: 'Touchez le bouton une seule fois, puis attendez.',
  },

  listen: 'Écouter',
  stopListening: 'Arrêter',
} as const;
