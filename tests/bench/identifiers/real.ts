import type { Chance } from '../../../src/coach/simulated/chance.ts';
import type { RealData } from '../../../src/recording/event.ts';

/**
 * Identifiers that could be somebody's, written as people write them. Made by arithmetic from the published rules, apart
 * from the guard's own code; libraries confirm them where they know the kind (identifiers.test.ts). None was taken from
 * a person.
 */
export type Maker = (chance: Chance) => string;

export const digits = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => chance.pick([...'0123456789'])).join('');
const between = (chance: Chance, low: number, high: number): number =>
  low + Math.floor(chance.unit() * (high - low + 1));
const two = (value: number): string => String(value).padStart(2, '0');
const letters = (chance: Chance, count: number, from = 'ABCDEFGHJKLMNPQRSTVWXYZ'): string =>
  Array.from({ length: count }, () => chance.pick([...from])).join('');

/** Groups of the given sizes, parted as somebody parts them. */
export function parted(
  chance: Chance,
  text: string,
  sizes: readonly number[],
  parts = ['', ' ', ' ', '.', '-', '\u00a0'],
) {
  const part = chance.pick(parts);
  let at = 0;
  const groups = sizes.map((size) => {
    at += size;
    return text.slice(at - size, at);
  });
  return [...groups, text.slice(at)].filter(Boolean).join(part);
}

const department = (chance: Chance): string => {
  if (chance.whether(0.02)) return chance.pick(['2A', '2B']);
  return chance.whether(0.12)
    ? '99'
    : two(chance.pick([...Array.from({ length: 95 }, (_, at) => at + 1)].filter((n) => n !== 20)));
};

const nir: Maker = (chance) => {
  const place = chance.whether(0.03) ? `97${between(chance, 1, 6)}${two(between(chance, 1, 40))}` : undefined;
  const commune = place ?? `${department(chance)}${String(between(chance, 1, 590)).padStart(3, '0')}`;
  const sex = chance.whether(0.02) ? chance.pick(['7', '8']) : chance.pick(['1', '2']);
  const month = chance.whether(0.01) ? between(chance, 20, 42) : between(chance, 1, 12);
  const number = `${sex}${digits(chance, 2)}${two(month)}${commune}${String(between(chance, 1, 999)).padStart(3, '0')}`;
  // Half the time with the key: the cards show it, the services do not ask for it.
  if (chance.whether(0.5)) return parted(chance, number, [1, 2, 2, 2, 3, 3]);
  const key = 97n - (BigInt(number.replace('2A', '19').replace('2B', '18')) % 97n);
  return parted(chance, number + two(Number(key)), [1, 2, 2, 2, 3, 3, 2]);
};

/** Lengths and national parts by the register of ISO 13616: n digits, c digits or letters. */
const accounts: readonly (readonly [country: string, shape: string])[] = [
  ['FR', 'nnnnnnnnnncccccccccccnn'],
  ['BE', 'nnnnnnnnnnnn'],
  ['DE', 'nnnnnnnnnnnnnnnnnn'],
  ['ES', 'nnnnnnnnnnnnnnnnnnnn'],
  ['LT', 'nnnnnnnnnnnnnnnn'],
  ['PT', 'nnnnnnnnnnnnnnnnnnnnn'],
];

const iban: Maker = (chance) => {
  // Online banks give French residents accounts of these countries.
  const [country, shape] = chance.whether(0.85)
    ? (accounts[0] as (typeof accounts)[0])
    : chance.pick(accounts.slice(1));
  const account = shape.replace(/[nc]/g, (sign) =>
    sign === 'n' || chance.whether(0.8) ? digits(chance, 1) : letters(chance, 1),
  );
  const rest = [...`${account}${country}00`].map((sign) => String(Number.parseInt(sign, 36))).join('');
  const text = `${country}${two(98 - Number(BigInt(rest) % 97n))}${account}`;
  const written = parted(chance, text, [4, 4, 4, 4, 4, 4, 4, 4], ['', ' ', ' ', ' ', '\u00a0']);
  return chance.whether(0.2) ? written.toLowerCase() : written;
};

const card: Maker = (chance) => {
  const [start, length] = chance.pick([
    ['4', 16],
    ['4', 16],
    [`5${between(chance, 1, 5)}`, 16],
    [String(between(chance, 2221, 2720)), 16],
    ['37', 15],
  ] as const);
  const body = start + digits(chance, length - 1 - start.length);
  const key = [...'0123456789'].find((last) => luhnOf(body + last) % 10 === 0);
  return parted(chance, body + key, length === 15 ? [4, 6, 5] : [4, 4, 4, 4]);
};

function luhnOf(number: string): number {
  return [...number]
    .reverse()
    .map((digit, at) => (at % 2 === 0 ? Number(digit) : Number(digit) * 2))
    .reduce((sum, weighed) => sum + (weighed > 9 ? weighed - 9 : weighed), 0);
}

const fiscal: Maker = (chance) => {
  const start = chance.pick([...'0123']) + digits(chance, 9);
  const number = start + String(Number(start) % 511).padStart(3, '0');
  return parted(chance, number, chance.pick([[2, 2, 3, 3, 3], [13]]));
};

/** Ten digits; nine on some cards. The first two are a prefecture's, never 00. */
const foreigner: Maker = (chance) => two(between(chance, 10, 99)) + digits(chance, chance.whether(0.1) ? 7 : 8);

const french: Maker = (chance) => {
  const ahead = chance.pick(['6', '6', '7', '7', '1', '2', '3', '4', '5', '9']);
  const number = ahead + digits(chance, 8);
  // These reach nobody, and are therefore no real numbers.
  if (/^(19900|26191|35301|46571|53649|63998)/.test(number)) return french(chance);
  const part = chance.pick(['', ' ', ' ', '.', '-', '/', '_', '–']);
  const pairs = `0${number}`.match(/../g) ?? [];
  if (/[/_–]/.test(part) || chance.whether(0.7)) return pairs.join(part);
  const abroad = chance.pick(['+33', '+33 ', '0033', '0033 ', '+33 (0)', '33']);
  return abroad === '33' && !/^[67]/.test(number) ? pairs.join(part) : abroad + pairs.join(part).slice(1);
};

/** Numbering of the islands, and of countries where families of learners live: code, how it begins, digits that follow. */
const abroad: readonly (readonly [code: string, starts: readonly string[], more: number])[] = [
  ['262', ['262', '692', '693'], 6],
  ['590', ['590', '690', '691'], 6],
  ['594', ['594', '694'], 6],
  ['596', ['596', '696'], 6],
  ['508', ['41', '55'], 4],
  ['687', ['7', '8', '9'], 5],
  ['689', ['87', '89'], 6],
  ['212', ['6', '7'], 8],
  ['213', ['5', '6', '7'], 8],
  ['32', ['47', '48'], 7],
  ['351', ['91', '93', '96'], 7],
];
const far: Maker = (chance) => {
  const [code, starts, more] = chance.pick(abroad);
  const number = chance.pick(starts) + digits(chance, more);
  // Who is in the islands writes it as in France.
  if (more === 6 && code !== '689' && chance.whether(0.3))
    return parted(chance, `0${number}`, [4, 2, 2, 2], ['', ' ', '.']);
  const ahead = /^(262|59|508|68)/.test(code) && chance.whether(0.3) ? '00' : '+';
  return `${ahead}${code}${chance.pick(['', ' '])}${parted(chance, number, [number.length % 2 ? 3 : 2, 2, 2, 2], ['', ' ', '.'])}`;
};

/** One in ten stands against a word, as on a phone's keyboard. */
const phone: Maker = (chance) => {
  const number = chance.whether(0.85) ? french(chance) : far(chance);
  if (!/^[0+]/.test(number) || /\(/.test(number) || chance.whether(0.9)) return number;
  return chance.pick(['tel', 'Tél', 'mobile', 'n°', 'c’est le '] as const) + number;
};

const names = 'marie jean fatou mohamed nguyen amina lea paul ines oumar chloe karim sofia louis awa yasmine'.split(
  ' ',
);
const hosts =
  'gmail.com orange.fr wanadoo.fr free.fr sfr.fr laposte.net hotmail.com hotmail.fr yahoo.fr yahoo.com outlook.com outlook.fr live.fr icloud.com neuf.fr bbox.fr gmx.fr proton.me mairie-lyon.fr univ-rennes.fr entreprise-martin.com asso-soleil.org'.split(
    ' ',
  );
const email: Maker = (chance) => {
  const local = `${chance.pick(names)}${chance.pick(['.', '-', '_', ''])}${chance.pick(names)}${chance.whether(0.5) ? digits(chance, 2) : ''}`;
  const text = `${local}${chance.whether(0.95) ? '@' : chance.pick([' @ ', ' @', '@ '])}${chance.pick(hosts)}`;
  return chance.whether(0.1) ? text.toUpperCase() : text;
};

const plate: Maker = (chance) => {
  if (chance.whether(0.85)) {
    const pair = (): string => {
      const drawn = letters(chance, 2);
      return drawn === 'SS' ? pair() : drawn;
    };
    const text = [pair(), String(between(chance, 1, 999)).padStart(3, '0'), pair()].join(
      chance.pick(['-', '-', ' ', '']),
    );
    return chance.whether(0.2) ? text.toLowerCase() : text;
  }
  // Before 2009: four digits and two letters, or three and three.
  const old = chance.whether(0.5) ? [between(chance, 11, 9999), 2] : [between(chance, 11, 999), 3];
  const drawn = letters(chance, old[1] ?? 2);
  return drawn.includes('SS')
    ? plate(chance)
    : [old[0], drawn, two(between(chance, 1, 95))].join(chance.pick([' ', ' ', '-', '']));
};

/** One in twenty as it is copied from a page or typed on another keyboard: signs that do not show, other digits. */
const disguised =
  (maker: Maker): Maker =>
  (chance) => {
    const text = maker(chance);
    if (chance.whether(0.95)) return text;
    const at = 1 + Math.floor(chance.unit() * (text.length - 1));
    const arabic = chance.pick([0x660, 0x6f0]);
    return chance.pick([
      () => text.slice(0, at) + chance.pick(['\u200b', '\u00ad', '\u2060', '\ufeff', '\u200e']) + text.slice(at),
      () => text.replace(/\d/g, (digit) => String.fromCharCode(arabic + Number(digit))),
    ])();
  };

/** Each kind plainly written: what libraries can confirm, and harmless ones are made from. */
export const made: Readonly<Record<RealData, Maker>> = { nir, iban, card, fiscal, foreigner, phone, email, plate };

export const real: Readonly<Record<RealData, Maker>> = {
  nir: disguised(nir),
  iban: disguised(iban),
  card: disguised(card),
  fiscal: disguised(fiscal),
  foreigner: disguised(foreigner),
  phone: disguised(phone),
  email: disguised(email),
  plate: disguised(plate),
};
