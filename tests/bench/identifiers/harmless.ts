import type { Chance } from '../../../src/coach/simulated/chance.ts';
import type { RealData } from '../../../src/recording/event.ts';
import { digits, type Maker, made, parted } from './real.ts';

/** What people type in an exercise that resembles an identifier and is nobody's. */
const fiction: Readonly<Record<RealData, Maker>> = {
  /** The commune 000. */
  nir(chance) {
    const number = made
      .nir(chance)
      .replace(/[^\dAB]/g, '')
      .slice(0, 13);
    return parted(chance, `${number.slice(0, 7)}000${number.slice(10)}`, [1, 2, 2, 2, 3, 3]);
  },
  /** A wrong key. */
  iban(chance) {
    const account = made.iban(chance);
    return account.replace(/\d\d/, (key) => String((Number(key) + 13) % 100).padStart(2, '0'));
  },
  card(chance) {
    const number = made.card(chance);
    return number.replace(/\d$/, (last) => String((Number(last) + 1 + Math.floor(chance.unit() * 8)) % 10));
  },
  /** Begins with 9: no real one does. */
  fiscal: (chance) => parted(chance, `99${digits(chance, 11)}`, [2, 2, 3, 3, 3]),
  /** Begins with 00: no prefecture's. */
  foreigner: (chance) => `00${digits(chance, 8)}`,
  /** Kept for fiction; a service's own number; a number that is not finished. */
  phone: (chance) =>
    chance.pick([
      () => `${chance.pick(['019900', '026191', '035301', '046571', '053649', '063998'])}${digits(chance, 4)}`,
      () =>
        chance.pick([
          '3230',
          '3939',
          '3646',
          '15',
          '112',
          '3949',
          `0 80${chance.pick(['0', '5', '6'])} ${digits(chance, 3)} ${digits(chance, 3)}`,
        ]),
      () => `0${chance.pick(['1', '6', '7'])} ${parted(chance, digits(chance, 6), [2, 2, 2], [' '])}`,
    ])(),
  email: (chance) =>
    chance.pick([
      () => `${words(chance)}@boite-replique.example`,
      () => made.email(chance).replace('@', ''),
      () => made.email(chance).replace(/@.*/, '@'),
      () => made.email(chance).replace(/\.[a-z]+$/i, ''),
      () => `Jardin@${digits(chance, 4)}`,
    ])(),
  /** I, O and U are on no plate. */
  plate: (chance) => made.plate(chance).replace(/[A-Za-z]/, chance.pick(['I', 'O', 'U'])),
};

const first = 'Amina Karim Zoé Jean-Noël Inès Aïssatou François Élodie Mohamed Thi-Mai'.split(' ');
const last = "Sorel Valoir O’Brien D'Almeida Müller Nguyen Fernandes N’Diaye Lefèvre".split(' ');
const streets = 'rue,avenue,bd,impasse,chemin,place'.split(',');
const words = (chance: Chance): string =>
  `${chance.pick(first)}.${chance.pick(last)}`.toLowerCase().replace(/[^a-z.]/g, '');
const day = (chance: Chance): string => String(1 + Math.floor(chance.unit() * 28)).padStart(2, '0');
const month = (chance: Chance): string => String(1 + Math.floor(chance.unit() * 12)).padStart(2, '0');

/** The rest of what a form asks. */
const ordinary: readonly Maker[] = [
  (chance) => `${chance.pick(first)} ${chance.pick(last)}`,
  (chance) => `${digits(chance, 2)} ${chance.pick(streets)} des ${chance.pick(last)}`,
  (chance) => `${digits(chance, 1)} ${chance.pick(streets)} ${chance.pick(first)}, appartement ${digits(chance, 3)}`,
  (chance) => `${digits(chance, 5)} ${chance.pick(last)}`,
  (chance) => digits(chance, 5),
  (chance) => `${day(chance)}/${month(chance)}/${1940 + Math.floor(chance.unit() * 80)}`,
  (chance) =>
    `${day(chance)} ${chance.pick(['mars', 'mar', 'janv', 'déc', 'mai'])} ${chance.pick(['84', '2024', '1992'])}`,
  (chance) => `${1990 + Math.floor(chance.unit() * 40)}-${month(chance)}-${day(chance)}`,
  (chance) => `${Math.floor(chance.unit() * 3000)},${digits(chance, 2)} €`,
  (chance) => parted(chance, digits(chance, 6), [3, 3], [' ', '']),
  (chance) => digits(chance, 4 + Math.floor(chance.unit() * 5)),
  (chance) => `000${digits(chance, 11)}`,
  (chance) => `0000${digits(chance, 8)}`,
  (chance) => `99${digits(chance, 14)}`,
  (chance) => `DEMO${Array.from({ length: 18 }, () => chance.pick([...'2346789CHKLMPQRTVWX'])).join('')}`,
  (chance) =>
    `${chance.pick(['Jardin', 'Atelier', 'Verger'])}-${digits(chance, 4)}-${chance.pick(['prune', 'mer', 'vent'])}`,
  (chance) => `${chance.pick(['SCI', 'SARL', 'EARL'])} ${chance.pick(last)} ${digits(chance, 2)}`,
  () => 'XXXXFRXX',
];

/** Half resembles the kind, half is ordinary. */
export const harmless =
  (kind: RealData): Maker =>
  (chance) =>
    chance.whether(0.5) ? fiction[kind](chance) : chance.pick(ordinary)(chance);
export { fiction };
