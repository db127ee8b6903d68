import { tied } from './tied.ts';

/** Words of the learners' own pages. Short sentences, plain words, nothing to guess. */
export const homeWords = tied({
  title: 'Accueil',
  description: 'Un site pour s’entraîner aux démarches en ligne avant de les faire pour de vrai.',
  heading: 'Entraînez-vous avant de faire la vraie démarche',
  lead: 'Ici, vous essayez une démarche en ligne sur une copie du site. Vous vous trompez, vous recommencez, autant que vous voulez.',
  facts: [
    { title: 'Rien n’est envoyé', text: 'Aucune administration ne reçoit ce que vous tapez.' },
    { title: 'Des papiers inventés', text: 'On vous prête une histoire et des papiers. Gardez les vôtres.' },
    { title: 'Une aide à côté de vous', text: 'Elle vous guide, puis elle se retire peu à peu.' },
  ],
  choose: 'Choisir une démarche',
  none: 'Aucune démarche n’est prête pour l’instant.',
  formerly: (name: string) => `aujourd’hui ${name}`,
  minutes: (count: number) => `environ ${count} minutes`,
  difficulty: { debutant: 'Pour débuter', intermediaire: 'Un peu difficile', avance: 'Difficile' },
  start: 'Commencer',
  startThis: (title: string) => `Commencer : ${title}`,
  about: 'Cette copie est\u2011elle fidèle ?',
  aboutThis: (title: string) => `Cette copie est\u2011elle fidèle ? ${title}`,
  codeTitle: 'Vous êtes dans un atelier ?',
  codeText: 'La personne qui anime vous a donné un code.',
  code: 'J’ai un code',
  humanTitle: 'Vous préférez parler à quelqu’un ?',
  humanText: 'C’est votre droit. Passer par internet n’est pas une obligation.',
  human: [
    'Dans un espace France services, quelqu’un fait la démarche avec vous. C’est gratuit.',
    'À la mairie ou au centre social (CCAS), demandez de l’aide pour vos papiers.',
    'Vous pouvez aussi appeler l’organisme, écrire une lettre ou aller à son accueil.',
  ],
} as const);

export const joinWords = tied({
  title: 'Rejoindre un groupe',
  heading: 'J’ai un code',
  lead: 'Il est sur la carte de votre groupe. Vous ne donnez ni votre nom, ni votre adresse mail.',
  code: 'Code du groupe',
  codeHint: '8 lettres et chiffres, par exemple CDFG-3467',
  go: 'Continuer',
  again: 'Je suis déjà venu·e : j’ai un code personnel',
  personal: 'Code personnel',
  personalHint: 'Celui que vous avez noté la dernière fois',
  comeBack: 'Reprendre',
  waiting: 'Un instant…',
  empty: 'Tapez le code de la carte.',
  emptyPersonal: 'Tapez votre code personnel.',
  noAnswer: 'Le site ne répond pas. Vérifiez la connexion, puis appuyez encore sur le bouton.',
  notHere: 'Ici, on ne peut pas rejoindre de groupe. Vous pouvez vous entraîner seul·e, sans code.',
  group: (name: string) => `Groupe « ${name} »`,
  choose: 'Choisissez un surnom',
  chooseHint: 'La personne qui anime verra ce surnom, pas votre nom.',
  others: 'Voir d’autres surnoms',
  welcome: (nickname: string) => `Bienvenue, ${nickname}`,
  keep: 'Votre code personnel',
  keepWhy: 'Notez-le sur un papier. Il sert à reprendre un autre jour, ou sur un autre appareil.',
  start: (title: string) => `Commencer : ${title}`,
  startOwn: 'Choisir une démarche',
  noAssignment: 'La personne qui anime n’a pas encore choisi de démarche. Vous pouvez en choisir une.',
  noScript: 'Pour rejoindre un groupe, ce navigateur doit accepter JavaScript. Demandez à la personne qui anime.',
  alone: 'Pas de code ? Vous pouvez vous entraîner seul·e.',
  aloneLink: 'Choisir une démarche',
} as const);

export const aboutWords = tied({
  title: (scenario: string) => `Cette copie est\u2011elle fidèle ? ${scenario}`,
  heading: 'Cette copie est\u2011elle fidèle ?',
  lead: (site: string, when: string) =>
    `Nous imitons le site ${site}, comme il était en ${when}. Voici ce que nous savons, écran par écran.`,
  notTheSite: 'Ce n’est pas le vrai site. Les couleurs et les dessins sont les nôtres.',
  howSure: 'Ce que veulent dire les mots',
  confidence: {
    documented: { label: 'Vérifié', text: 'Des sources publiques décrivent cet écran.' },
    reported: { label: 'Rapporté', text: 'Des personnes l’ont raconté. Nous ne l’avons pas vu écrit.' },
    assumed: { label: 'Supposé', text: 'Nous n’avons pas trouvé. Nous avons fait au plus simple.' },
  },
  count: (count: number) => `${count} ${count > 1 ? 'écrans' : 'écran'}`,
  screens: 'Écran par écran',
  seen: (when: string) => `Vu en ${when}`,
  stale: 'À vérifier : information ancienne',
  sources: 'Sources',
  noSource: 'Pas de source',
  back: 'Commencer cette démarche',
  allPages: 'Toutes les démarches',
} as const);

export const helpWords = tied({
  title: 'Aide',
  heading: 'Aide',
  lead: 'Comment s’entraîner ici, en quelques phrases.',
  topics: [
    {
      title: 'Comment ça marche',
      lines: [
        'Vous choisissez une démarche. On vous prête l’histoire d’une personne et ses papiers.',
        'Une fenêtre montre une copie du site. À côté, vous avez les papiers, le téléphone, la boîte mail et le courrier de cette personne.',
        'Vous faites la démarche avec ses papiers. À la fin, on regarde ensemble comment cela s’est passé.',
      ],
    },
    {
      title: 'Et si je me trompe ?',
      lines: [
        'Il ne se passe rien de grave : rien n’est envoyé.',
        'L’aide explique l’erreur. Vous pouvez revenir en arrière ou tout recommencer.',
      ],
    },
    {
      title: 'Est-ce que je peux taper mes vrais numéros ?',
      lines: [
        'Non. Utilisez seulement les papiers inventés.',
        'Si vous tapez un vrai numéro par habitude, le site l’efface et vous le dit.',
        'Ce que vous tapez reste sur cette page. Ce n’est ni gardé, ni envoyé.',
      ],
    },
    {
      title: 'Lire plus grand, plus clair ou plus sombre',
      lines: [
        'Au clavier, Ctrl et + agrandissent la page, Ctrl et − la réduisent.',
        'En bas des pages, un bouton change les couleurs : claires ou sombres.',
        'Sur les papiers, les boutons + et − agrandissent le papier.',
      ],
    },
    {
      title: 'Sans internet',
      lines: ['Une démarche déjà ouverte continue de marcher si la connexion se coupe.'],
    },
    {
      title: 'Sur un ordinateur partagé',
      lines: [
        'Avant de partir, appuyez sur « Effacer et partir ». L’appareil oublie tout de vous.',
        'Vous voyez un surnom qui n’est pas le vôtre ? Appuyez aussi sur « Effacer et partir ».',
      ],
    },
  ],
  humanTitle: 'Besoin d’une personne ?',
} as const);

export const purposeWords = tied({
  checked: ({ day, fields, markers }: { day: string; fields: number; markers: number }) =>
    `Le ${day}, un programme a tapé ${markers.toLocaleString('fr-FR')} mots témoins dans les ${fields} champs du site. Il les a cherchés partout : dans ce qui part sur internet, dans l’appareil, chez nous. Il n’en a retrouvé aucun.`,
  title: 'Ce que ce site est',
  heading: 'Ce que ce site est, et ce qu’il n’est pas',
  sections: [
    {
      title: 'Un lieu pour s’entraîner',
      lines: [
        'Réplique imite des sites publics pour que chacun puisse s’exercer sans risque.',
        'Les personnes, les numéros, les papiers et les messages sont inventés.',
        'Sur chaque écran, le mot « Entraînement » le rappelle.',
      ],
    },
    {
      title: 'Ce n’est pas un site de l’État',
      lines: [
        'Ce site n’appartient à aucune administration. Il n’en a ni le logo, ni les couleurs exactes.',
        'Rien de ce que vous faites ici ne compte pour vos droits.',
        'Pour la vraie démarche, tapez vous-même l’adresse du vrai site.',
      ],
    },
    {
      id: 'notes',
      title: 'Ce qui est noté, ce qui ne l’est pas',
      lines: [
        'Ce que vous tapez n’est jamais gardé ni envoyé : ni un nom, ni un numéro, ni un mot de passe.',
        'Le site note où l’on s’arrête et où l’on se trompe : l’écran, le champ, le moment.',
        'Cela sert à améliorer l’aide, et à montrer ce qui est difficile à ceux qui font les vrais sites.',
        'Dans un atelier, la personne qui anime voit votre surnom et où vous en êtes, pour venir vous aider.',
      ],
    },
    {
      title: 'Vous avez le choix',
      lines: [
        'Vous n’êtes pas obligé·e de vous former, ni de passer par internet.',
        'Le téléphone, l’accueil et le papier restent possibles : demandez-les.',
      ],
    },
  ],
} as const);

export const lostWords = tied({
  notFound: {
    title: 'Page introuvable',
    heading: 'Cette page n’existe pas',
    text: 'L’adresse a peut-être une faute, ou la page a changé de place. Vous n’avez rien cassé.',
  },
  broken: {
    title: 'Une erreur est arrivée',
    heading: 'Le site a un problème',
    text: 'Ce n’est pas votre faute. Attendez un peu, puis essayez à nouveau. Rien n’a été envoyé.',
  },
  tooLarge: {
    title: 'Envoi trop long',
    heading: 'Ce que vous avez envoyé est trop long',
    text: 'Rien n’a été changé. Revenez en arrière, raccourcissez le texte, puis envoyez à nouveau.',
  },
  home: 'Revenir à l’accueil',
} as const);
