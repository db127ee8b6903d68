import { adder, type Count, type EndingInput, endingsIn, populationOf, screensIn } from './count.ts';
import { type Difference, newcombe } from './newcombe.ts';
import { doneRate, endedRate, hazard, type Kept, type Rate } from './rate.ts';
import { suppressApart } from './suppress.ts';

export interface CompareInput {
  readonly screens: readonly string[];
  readonly endings: readonly EndingInput[];
  /** Screens that the comparison is about: told before others when both cannot be. */
  readonly about: readonly string[];
  /** Every person is in one group; what the others are held against comes first. */
  readonly groups: readonly { readonly id: string; readonly counts: readonly Count[] }[];
}

/** A rate of one group, and how it differs from the first group's: null for the first, or when either is kept back. */
export interface Compared {
  readonly rate: Rate | Kept;
  readonly against: Difference | null;
}

export interface GroupReport {
  readonly id: string;
  readonly starters: number;
  /** Of those who started, those who came to a successful ending, whichever. */
  readonly done: Compared;
  readonly endings: readonly ({ readonly ending: string } & Compared)[];
  /** `rate`: of those who arrived, those who left here. */
  readonly screens: readonly ({ readonly screen: string; readonly arrived: number | null } & Compared)[];
}

/**
 * What may be told of each group beside the whole (`reportOf` over the same people): the same suppression, and all
 * groups tell the same figures, so that no subtraction tells another. Null while fewer than two groups have people, or
 * one of them has 1 to 10.
 */
export function compareGroups(input: CompareInput): readonly GroupReport[] | null {
  const screens = screensIn(
    input.screens,
    input.groups.flatMap(({ counts }) => counts),
  );
  const endings = endingsIn(input.endings);
  const raw = input.groups.map(({ counts }) => populationOf(adder(counts), screens, endings));
  if (raw.filter(({ starters }) => starters > 0).length < 2) return null;
  const safe = suppressApart(
    raw,
    input.about.map((screen) => screens.indexOf(screen)).filter((i) => i >= 0),
  );
  if (safe === null) return null;

  const told = raw.map(({ starters, screens: arrivals }, g) => {
    const ended = safe[g]?.ended ?? [];
    return {
      done: doneRate(endings, ended, starters),
      endings: ended.map((people) => endedRate(people, starters)),
      screens: screens.map((_, i) =>
        hazard(safe[g]?.screens[i] ?? { arrived: null, left: null }, arrivals[i]?.arrived),
      ),
    };
  });
  const [first] = told;
  const compared = (g: number, rate: Rate | Kept, usual: Rate | Kept | undefined): Compared => ({
    rate,
    against:
      g === 0 || usual === undefined || typeof usual === 'string' || typeof rate === 'string'
        ? null
        : newcombe(usual, rate),
  });
  return input.groups.map(({ id }, g) => ({
    id,
    starters: raw[g]?.starters ?? 0,
    done: compared(g, told[g]?.done ?? 'base', first?.done),
    endings: endings.map(({ id: ending }, i) => ({
      ending,
      ...compared(g, told[g]?.endings[i] ?? 'base', first?.endings[i]),
    })),
    screens: screens.map((screen, i) => ({
      screen,
      arrived: safe[g]?.screens[i]?.arrived ?? null,
      ...compared(g, told[g]?.screens[i] ?? 'base', first?.screens[i]),
    })),
  }));
}
