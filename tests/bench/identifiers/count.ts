import { compileCatalogue } from '#authoring';
import { resolvePersona } from '#engine';
import { contracts } from '#mocks';
import { type RealData, realData } from '#recording';
import { type Chance, chance } from '../../../src/coach/simulated/chance.ts';
import { type LooksReal, looksReal } from '../../../src/replica/session/entries/guard.ts';
import { fiction, harmless } from './harmless.ts';
import { real } from './real.ts';
import { slip } from './slips.ts';

/** What the guard did with a corpus of one kind, in parts of one. */
export interface GuardFigures {
  readonly kind: RealData;
  /** Of what could be somebody's: refused. */
  readonly refused: number;
  /** Of what is nobody's: refused all the same. */
  readonly accused: number;
  /** Of slips on a value of the persona's own: refused as if it were somebody's. */
  readonly slipsAccused: number;
  /** The first few that went the wrong way. */
  readonly missed: readonly string[];
}

/** Papers of every persona: what each may copy. */
const today = '2026-11-21';
const personas = Object.values(compileCatalogue('scenarios', { contracts, today }).personas).map((source) =>
  resolvePersona(source, today).papers.flatMap((paper) =>
    Object.values(paper.items).flatMap(({ value, shown }) => [value, shown].filter((each) => typeof each === 'string')),
  ),
);

/** What of a persona's values is of the kind, by its shape in the catalogue. */
const ofKind: Readonly<Record<RealData, RegExp>> = {
  nir: /^[1278][ ]?\d\d[ ]?\d\d[ ]?[\dAB ]{8,14}$/,
  iban: /^FR00/,
  card: /^$/,
  fiscal: /^99[ ]?00[ \d]{9,12}$/,
  foreigner: /^00\d{8}$/,
  phone: /^0\d( ?\d\d){4}$/,
  email: /@/,
  plate: /^[A-Z]{2}-\d{3}-[A-Z]{2}$/,
};

/** Of a kind that no persona has, an invented value joins their papers. */
function ownValues(kind: RealData, draw: Chance): { readonly own: readonly string[]; readonly value: string } {
  const papers = draw.pick(personas);
  const known = papers.filter((each) => ofKind[kind].test(each));
  const value = known.length > 0 ? draw.pick(known) : fiction[kind](draw);
  return { own: [...papers, value], value };
}

/** Asks the guard about `count` strings of each sort, for one kind. */
export function countGuard(kind: RealData, count: number, seed: number, guard: LooksReal = looksReal): GuardFigures {
  const draw = chance(seed);
  const missed: string[] = [];
  const share = (sort: string, wrong: (draw: Chance) => string | null): number => {
    let found = 0;
    for (let turn = 0; turn < count; turn++) {
      const said = wrong(draw);
      if (said === null) continue;
      found += 1;
      if (missed.length < 12) missed.push(`${sort}: ${said}`);
    }
    return found / count;
  };
  const passed = share('passed', () => {
    const text = real[kind](draw);
    return guard(text, { own: draw.pick(personas) }) === null ? text : null;
  });
  const accused = share('accused', () => {
    const text = harmless(kind)(draw);
    const found = guard(text, { own: draw.pick(personas) });
    return found === null ? null : `${text} (${found})`;
  });
  const slipsAccused = share('slip accused', () => {
    const { own, value } = ownValues(kind, draw);
    const text = slip(draw, value);
    const found = guard(text, { own });
    return found === null ? null : `${text} for ${value} (${found})`;
  });
  return { kind, refused: 1 - passed, accused, slipsAccused, missed };
}

export const everyKind = (count: number, seed: number, guard?: LooksReal): readonly GuardFigures[] =>
  realData.map((kind) => countGuard(kind, count, seed, guard));
