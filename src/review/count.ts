import type { Population } from './suppress.ts';

/** One figure kept by the server, of people's first tries (a try is then a person). Equal keys add up. */
export interface Count {
  readonly screen: string; // "" for the scenario itself
  readonly field: string; // "" for the screen itself
  /** arrived, passed, here, dwell-passed, dwell-here, helped, stuck, refused, silent, ended, started … */
  readonly measure: string;
  readonly detail: string; // ending, rule, bucket …
  readonly total: number;
}

export interface EndingInput {
  readonly id: string;
  readonly success: boolean;
}

export type CountOf = (screen: string, measure: string, field?: string, detail?: string) => number;

/** Reads a figure by its key, 0 when there is none. */
export function adder(counts: readonly Count[]): CountOf {
  const at = new Map<string, number>();
  for (const { screen, field, measure, detail, total } of counts) {
    const key = keyOf(screen, field, measure, detail);
    at.set(key, (at.get(key) ?? 0) + total);
  }
  return (screen, measure, field = '', detail = '') => at.get(keyOf(screen, field, measure, detail)) ?? 0;
}

/** The screens in the order of the procedure, then those that only the counts know. */
export function screensIn(known: readonly string[], counts: readonly Count[]): readonly string[] {
  const others = new Set(counts.map(({ screen }) => screen));
  for (const screen of ['', ...known]) others.delete(screen);
  return [...known, ...others];
}

/** Endings but giving up, which is one in the file and is already counted where it happened. */
export function endingsIn(endings: readonly EndingInput[]): readonly EndingInput[] {
  return endings.filter(({ id }) => id !== 'abandon');
}

/** How many people went where. */
export function populationOf(count: CountOf, screens: readonly string[], endings: readonly EndingInput[]): Population {
  return {
    starters: count('', 'started'),
    screens: screens.map((screen) => ({ arrived: count(screen, 'arrived'), left: count(screen, 'here') })),
    ended: endings.map(({ id, success }) => ({ people: count('', 'ended', '', id), through: success })),
  };
}

export function keyOf(...parts: readonly string[]): string {
  return parts.join('\u001f');
}
