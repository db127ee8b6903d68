import { tied } from './tied.ts';

/** « de Karim », « d’Amina ». */
const of = (name: string) => (/^[aeiouéèêëàâîïôûœ]/i.test(name) ? `d’${name}` : `de ${name}`);

/** Words of the panes: papers, mail, phone, letters. */
export const panesWords = tied({
  papers: 'Mes papiers',
  papersIntro: (name: string) => `Pour l’exercice, vous êtes ${name}. Voici vos papiers : ils sont inventés.`,
  paperGroups: {
    cards: 'Cartes et carnet',
    payslips: 'Fiches de paie',
    statements: 'Relevés',
    others: 'Courriers et autres papiers',
  },
  allPapers: 'Mes papiers',
  inventedPaper: 'Entraînement – papier inventé',
  pointedHere: 'montré par l’aide',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  zoomReset: 'revenir à la taille normale',
  zoomed: (percent: number) => `Taille : ${percent} %`,
  print: 'Imprimer',
  paperRegion: (title: string) => `Papier : ${title}`,

  mail: 'Ma boîte mail',
  mailFolders: 'Dossiers de la boîte mail',
  inbox: 'Réception',
  spam: 'Indésirables',
  spamNote: 'La boîte mail a mis ces messages de côté. Méfiez-vous, mais regardez : elle se trompe parfois.',
  emptyInbox: 'Aucun message pour l’instant.',
  emptySpam: 'Aucun message indésirable.',
  unread: 'Non lu',
  unreadCount: (count: number) => (count > 1 ? 'non lus' : 'non lu'),
  training: 'Entraînement',
  inventedMail: 'Entraînement – message inventé',
  backToInbox: 'Retour aux messages',
  from: 'De',
  at: 'Reçu',
  noSubject: '(sans objet)',

  phone: 'Mon téléphone',
  messages: 'Messages',
  emptyPhone: 'Aucun SMS pour l’instant.',
  backToThreads: 'Retour aux conversations',
  thread: (from: string) => `Messages ${of(from)}`,

  letters: 'Courrier',
  lettersIntro: 'Les lettres arrivent plusieurs jours après, parfois plusieurs semaines.',
  emptyLetters: 'La boîte aux lettres est vide.',
  closeLetter: 'Refermer la lettre',
  sealed: 'Pas encore ouverte',

  newMessage: {
    mail: (from: string) => `Nouveau message ${of(from)}`,
    sms: (from: string) => `Nouveau SMS ${of(from)}`,
    letter: (from: string) => `Nouvelle lettre ${of(from)}`,
  },
  soundOn: 'Son : oui',
  soundOff: 'Son : non',
} as const);
