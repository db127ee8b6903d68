import { tied } from './tied.ts';

/** What is said once a run is over, and on the sheet to take away. */
export const debriefWords = tied({
  title: 'Ce que vous venez de faire',
  meanings: {
    reussi: 'Vous êtes allé au bout.',
    bloque: 'Le site vous a bloqué. Ce n’est pas votre faute.',
    abandon: 'Vous vous êtes arrêté. Rien n’est perdu, rien n’est parti.',
    perdu: 'La démarche n’est pas arrivée au bout.',
    fraude: 'C’était un piège. Ici, il est sans danger.',
  },
  nothingSent: 'Rien n’est parti : c’était un entraînement.',

  well: 'Ce qui a bien marché',
  ended: 'Vous avez fini toute la démarche.',
  firstTry: (n: number) => (n === 1 ? 'Une réponse juste du premier coup.' : `${n} réponses justes du premier coup.`),
  correctedAlone: (label: string) => `Vous avez corrigé « ${label} » vous-même.`,
  askedHelp: 'Vous avez demandé de l’aide quand il le fallait.',
  noHelp: 'Vous n’avez pas eu besoin d’indice.',
  tried: 'Vous avez essayé. C’est ainsi qu’on apprend.',

  helped: 'Là où vous avez eu besoin d’aide',
  helpedNone: 'Nulle part.',
  guidedAll: 'Le coach vous a montré le chemin. C’est fait pour cela.',
  guided: (n: number) => `Le coach a dit quoi faire ${n === 1 ? 'une fois' : `${n} fois`}.`,
  hints: (n: number) => (n === 1 ? '1 indice' : `${n} indices`),
  tries: (n: number) => `${n} essais`,
  longStop: 'un long arrêt',

  silent: 'Accepté par le site, et pourtant faux',
  silentNote: 'Le site ne l’a pas vu. Le service, lui, peut le voir plus tard.',
  silentNoneTitle: 'Erreurs cachées',
  silentNone: 'Aucune erreur cachée. Tout ce que vous avez envoyé est juste.',
  expected: (value: string) => `Il fallait : ${value}.`,
  expectedBlank: 'Il fallait laisser cette case vide.',
  expectedOwn: 'Il fallait ce qui est écrit sur le papier.',
  where: (item: string, paper: string) => `C’est écrit à « ${item} », sur : ${paper}.`,
  consequence: 'Ce que cela entraîne :',

  weeks: 'Les semaines suivantes',
  weeksNone: 'Il n’arrive rien de plus dans les semaines suivantes.',
  weeksNote: 'Dans la vraie vie, voici ce qui arriverait.',
  play: 'Un mois en une minute',
  pause: 'Pause',
  resume: 'Continuer',
  showAll: 'Tout voir',
  today: 'Aujourd’hui',
  todayEnded: 'Vous terminez l’exercice.',
  read: { letter: 'Lire la lettre', mail: 'Lire le mail', sms: 'Lire le SMS' },

  opinion: 'Votre avis (si vous voulez)',
  opinionNote: 'Il sert à améliorer le vrai site. Personne ne saura que c’est vous.',
  questions: {
    'how-it-went': {
      ask: 'Comment cela s’est-il passé ?',
      answers: ['Très mal', 'Mal', 'Moyen', 'Bien', 'Très bien'],
    },
    'how-clear': {
      ask: 'Les mots du site étaient-ils clairs ?',
      answers: ['Pas du tout', 'Peu', 'Moyen', 'Assez', 'Tout à fait'],
    },
    'ready-for-real': {
      ask: 'Vous sentez-vous prêt pour le vrai site ?',
      answers: ['Pas du tout', 'Pas encore', 'Peut-être', 'Plutôt oui', 'Oui'],
    },
  },
  thanks: 'Merci.',

  leave: 'Pourquoi vous arrêtez-vous ?',
  leaveNote: 'Une touche suffit. Vous pouvez aussi passer.',
  reasons: { 'done-for-today': 'J’ai fini pour aujourd’hui', stuck: 'Je suis bloqué·e', other: 'Autre chose' },
  pass: 'Passer',
  finish: 'Terminer',

  code: {
    title: 'Le code de cet essai',
    text: 'Avec ce code, un formateur peut vous donner une copie de ce que le site a gardé de cet essai, ou l’effacer. Notez-le avant de partir.',
    where: 'Si le site n’envoie rien à un serveur, il n’y a rien à effacer.',
  },

  next: 'Et maintenant ?',
  again: (level: string) => `Recommencer en « ${level} »`,
  againSame: 'Recommencer',
  otherPersona: 'Recommencer avec une autre personne',
  nextHarder: 'Vous pouvez réessayer avec un peu moins d’aide.',
  nextSame: 'Encore une fois, et ce sera plus facile.',
  nextPersona: 'Vous êtes prêt pour une autre situation.',
  sheet: 'La fiche à emporter',

  sheetFor: (title: string) => `Pour le jour où vous le ferez en vrai : ${title}`,
  training: 'Entraînement',
  papers: 'Papiers à réunir',
  steps: 'Les étapes',
  phone: 'Téléphone',
  site: 'Adresse du vrai site',
  siteNote: 'Tapez-la vous-même. N’ouvrez pas un lien reçu par message.',
  otherWay: 'Vous avez le droit de faire autrement',
  contacts: { phone: 'Téléphone', counter: 'Guichet', post: 'Courrier', site: 'Site' },
  asOf: (month: string) => `Site imité comme il était en ${month}. Il a pu changer.`,
  made: (day: string) => `Fiche d’entraînement faite le ${day}. Aucune donnée personnelle.`,
  print: 'Imprimer la fiche',
} as const);
