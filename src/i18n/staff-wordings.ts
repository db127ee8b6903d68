import { tied } from './tied.ts';

const whole = new Intl.NumberFormat('fr-FR');
const points = (share: number) => {
  const size = Math.abs(share * 100);
  return size < 1 ? Math.max(0.1, size).toFixed(1).replace('.', ',') : String(Math.round(size));
};
const signed = (share: number) => {
  const whole = Math.round(share * 100);
  return whole === 0 ? '0' : `${whole < 0 ? '−' : '+'}${Math.abs(whole)}`;
};

interface Gap {
  readonly low: number;
  readonly high: number;
}

/** « de 3 à 12 points » : both ends on the same side of 0. */
const span = ({ low, high }: Gap) => {
  const [near, far] = [Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high))];
  return `de ${points(near)} à ${points(far)} points`;
};

/** Words of the part of a designer's page where wordings are compared. */
export const wordingWords = tied({
  title: 'Les mots, comparés',
  intro:
    'Au début de chaque essai, le hasard choisit les mots habituels ou une autre façon de dire. Chaque façon de dire est comptée à part. Les chiffres plus haut les comptent ensemble.',
  usual: 'Mots habituels',
  variant: (id: string) => `« ${id} »`,
  heading: (id: string) => `Variante « ${id} »`,
  changes: 'Ce qui change',
  few: 'Pas encore assez de monde pour comparer',
  fewWhy:
    'Il faut au moins 11 personnes pour chaque façon de dire. En montrer une seule ferait retrouver l’autre, par soustraction.',
  people: (count: number) => (count === 1 ? '1 personne' : `${whole.format(count)}\u00a0personnes`),
  done: 'Vont au bout',
  changedScreens: 'S’arrêtent aux écrans dont les mots changent',
  changedNone: 'Les écrans changés ne sont pas dans cette version, ou personne n’y est passé.',
  otherScreens: 'S’arrêtent aux autres écrans',
  otherNone: 'Il n’y a pas d’autre écran.',
  keptScreens: 'Pas de comparaison, pour ne désigner personne :',
  otherWhy:
    'Leurs mots sont les mêmes. Un écart, ici, vient sans doute du hasard, ou de qui est arrivé jusque-là. Sur vingt écrans, un écart net sort par pur hasard.',
  scale: (most: string) => `Trait : la fourchette. Point : la part vue. Échelle : de 0 à ${most}.`,
  rate: (people: number, of: number, share: string, range: string) =>
    `${whole.format(people)} sur ${whole.format(of)} : ${share} (entre ${range})`,
  stopping: (people: number, of: number, share: string, range: string) =>
    `${whole.format(of)} arrivent, ${whole.format(people)} s’arrêtent : ${share} (entre ${range})`,
  nobody: 'Personne n’arrive ici',
  kept: 'gardé secret, pour ne désigner personne',
  verdict: {
    open: (gap: Gap) =>
      `On ne peut pas conclure : le vrai écart est entre ${signed(gap.low)} et ${signed(gap.high)} points, il peut être nul.`,
    doneMore: (id: string, gap: Gap) => `Plus de gens vont au bout avec « ${id} » : ${span(gap)} de plus.`,
    doneLess: (id: string, gap: Gap) => `Moins de gens vont au bout avec « ${id} » : ${span(gap)} de moins.`,
    stopMore: (id: string, gap: Gap) => `Plus de gens s’arrêtent ici avec « ${id} » : ${span(gap)} de plus.`,
    stopLess: (id: string, gap: Gap) => `Moins de gens s’arrêtent ici avec « ${id} » : ${span(gap)} de moins.`,
    kept: 'Pas encore de comparaison : trop peu de monde d’un côté, les nombres sont gardés secrets.',
    nobody: 'Pas de comparaison : personne n’arrive ici d’un des deux côtés.',
  },
  how: [
    [
      'Un « point »',
      'Une personne sur cent. De 40 % à 45 %, il y a 5 points d’écart. La fourchette de l’écart suit la méthode de Newcombe : 95 fois sur 100, elle contient le vrai écart.',
    ],
    [
      '« On ne peut pas conclure »',
      'La fourchette contient zéro. Cela ne veut pas dire que les deux façons se valent : il faut plus de monde pour le savoir.',
    ],
    [
      'Regarder trop tôt',
      'Choisissez d’avance combien de personnes attendre. Qui regarde chaque jour et s’arrête au premier écart net se trompe souvent.',
    ],
  ],
} as const);
