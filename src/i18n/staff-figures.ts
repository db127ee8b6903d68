const whole = new Intl.NumberFormat('fr-FR');

/** Words of the designers' pages. */
export const figureWords = {
  /** « 5 000 » */
  count: (people: number) => whole.format(people),
  list: {
    title: 'Où l’on bloque',
    intro: 'Pour chaque démarche : à quel écran les gens s’arrêtent, sur quelle case, et à quel point c’est sûr.',
    starters: (count: number) => `${whole.format(count)} personnes ont essayé`,
    few: 'Moins de 11 personnes pour l’instant : aucun chiffre n’est montré.',
    empty: 'Aucune démarche n’est publiée sur ce serveur.',
    replicates: (service: string) => `Imite : ${service}`,
  },
  page: {
    back: 'Toutes les démarches',
    edition: 'Version de la démarche',
    editionCurrent: (hash: string) => `Version actuelle (${hash})`,
    editionOlder: (hash: string) => `Version plus ancienne (${hash})`,
    editionButton: 'Voir cette version',
    csv: 'Télécharger ces chiffres (CSV)',
    empty: 'Pas encore assez de monde',
    emptyWhy:
      'Un chiffre sur quelques personnes trompe, et peut désigner quelqu’un. Rien n’est montré avant 11 personnes.',
    emptyHow: 'Les chiffres apparaîtront ici d’eux-mêmes quand 11 personnes auront fini leur essai de cette démarche.',
    starters: 'personnes ont essayé',
    completed: (range: string) => `sont allées au bout (entre ${range})`,
    completedKept: 'Combien sont allées au bout : gardé secret, pour ne désigner personne.',
    worstTitle: 'L’écran à revoir d’abord',
    noWorst: 'Aucun écran ne se détache : les écarts entre écrans peuvent être dus au hasard.',
    worst: (screen: string, share: string, range: string) =>
      `« ${screen} » : ${share} des personnes arrivées là s’arrêtent (entre ${range}). C’est nettement plus que sur les autres écrans montrés.`,
    worstKept:
      'Certains écrans gardent leur nombre secret : l’un d’eux peut être pire. Comparez la longueur des barres avant et après eux.',
    funnel: 'Le chemin, écran par écran',
    funnelKey: { go: 'continuent', stop: 's’arrêtent ici', hidden: 'nombre gardé secret' },
    arrived: (count: number) => (count === 0 ? 'Personne n’arrive ici' : `${whole.format(count)} arrivent`),
    left: (count: number, share: string, range: string) =>
      `${whole.format(count)} s’arrêtent ici : ${share} (entre ${range})`,
    leftNobody: 'Personne ne s’arrête ici',
    leftFew: 'S’arrêtent ici : gardé secret, moins de 11 personnes en jeu',
    kept: 'Nombre gardé secret, pour ne désigner personne',
    time: (range: string) => `Temps pour la moitié des gens : ${range}`,
    helped: (share: string, range: string) => `Demandent de l’aide : ${share} (entre ${range})`,
    stuck: (share: string, range: string) => `Restent bloqués un moment : ${share} (entre ${range})`,
    worstBadge: 'À revoir d’abord',
    fieldsTable: 'Tableau des cases',
    endingsTable: 'Tableau des fins',
    fields: 'Les cases qui posent problème',
    fieldsEmpty: 'Aucune case ne pose problème à 11 personnes ou plus.',
    columns: {
      field: 'Case',
      screen: 'Écran',
      refused: 'Refusée au moins une fois',
      rules: 'Motif du refus',
      silent: 'Acceptée mais fausse',
    },
    endings: 'Comment cela finit',
    columnsEnding: { ending: 'Fin', people: 'Personnes' },
    few: 'gardé secret : moins de 11 personnes en jeu',
    silentWhy:
      'Une réponse acceptée mais fausse ne se voit pas dans le taux de réussite : la personne croit avoir fini. Lisez les deux ensemble.',
  },
  rules: { empty: 'laissée vide', malformed: 'mal écrite', rules: 'ne suit pas les règles affichées' },
  meanings: { reussi: 'Réussi', bloque: 'Arrêté par le service', abandon: 'Abandon', perdu: 'Perdu', fraude: 'Piégé' },
  how: {
    title: 'Comment lire ces chiffres',
    lines: [
      [
        'Qui est compté',
        'Chaque personne une seule fois : son premier essai. Qui revient a déjà appris. Les essais en cours (moins d’une demi-heure) ne comptent pas encore.',
      ],
      [
        '« S’arrêtent ici »',
        'Parmi celles et ceux qui arrivent à cet écran, combien ne vont pas plus loin. On ne divise pas par tous les départs : cela ferait paraître les derniers écrans meilleurs qu’ils ne sont.',
      ],
      [
        '« Entre … et … »',
        'Si l’on recommençait avec d’autres personnes, le vrai chiffre serait presque toujours (95 fois sur 100) dans cette fourchette. Si deux fourchettes se chevauchent, l’écart peut être dû au hasard.',
      ],
      [
        '« À revoir d’abord »',
        'Un écran reçoit cette marque seulement si sa fourchette entière est au-dessus de l’écran du milieu. L’ordre suit le bas de la fourchette.',
      ],
      [
        'Le temps',
        'La moitié des gens ont continué au bout de ce temps. Les personnes parties avant comptent aussi (méthode de Kaplan-Meier) : les oublier ne laisserait que les plus rapides.',
      ],
      [
        '« Moins de 11 personnes »',
        'De 1 à 10, un nombre n’est pas montré. D’autres sont gardés secrets avec lui quand une soustraction le ferait retrouver : ils peuvent être bien plus grands.',
      ],
      ['Ce qui est jugé', 'Le formulaire, jamais les personnes. Ce qu’elles tapent n’est pas enregistré.'],
    ],
  },
  /** « 27 % » */
  percent: (share: number) => `${Math.round(share * 100)}\u00a0%`,
  /** « 17 % et 48 % » */
  range: ({ low, high }: { readonly low: number; readonly high: number }) =>
    `${Math.round(low * 100)}\u00a0% et ${Math.round(high * 100)}\u00a0%`,
  /** A bucket of time, in words. */
  duration: ({ from, to }: { readonly from: number; readonly to: number | null }) =>
    to === null
      ? `plus de ${clock(from)}`
      : from === 0
        ? `moins de ${clock(to)}`
        : `entre ${clock(from)} et ${clock(to)}`,
} as const;

function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
