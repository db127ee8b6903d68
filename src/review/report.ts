import { canTell, leastPeople, suppress } from './suppress.ts';
import type { TimeRange } from './survival.ts';
import { medianTime } from './survival.ts';
import { type Interval, wilson } from './wilson.ts';

/** One figure kept by the server, of people's first tries (a try is then a person). Equal keys add up. */
export interface Count {
  readonly screen: string; // "" for the scenario itself
  readonly field: string; // "" for the screen itself
  /** arrived, passed, here, dwell-passed, dwell-here, helped, stuck, refused, silent, ended, started … */
  readonly measure: string;
  readonly detail: string; // ending, rule, bucket …
  readonly total: number;
}

export interface ReportInput {
  /** In the order of the procedure; counts of a screen that is not there are put at the end. */
  readonly screens: readonly string[];
  readonly endings: readonly { readonly id: string; readonly success: boolean }[];
  readonly counts: readonly Count[];
  /** Upper ends of the buckets of time, ms; the last bucket has none. */
  readonly buckets: readonly number[];
}

/** A share of people with its 95 % interval. Told only when both those counted and the others are nobody or 11+. */
export interface Rate {
  readonly people: number;
  readonly of: number;
  readonly share: number;
  readonly interval: Interval;
}

/** `few`: 1 to 10 people, or 1 to 10 others, or kept back with such a group. `base`: the screen's own count is kept back. `nobody`: nobody arrived. */
export type Kept = 'few' | 'base' | 'nobody';

export interface ScreenReport {
  readonly screen: string;
  readonly arrived: number | null;
  /** Of those at risk (who arrived), those who left here: the hazard. */
  readonly left: Rate | Kept;
  readonly helped: Rate | Kept;
  readonly stuck: Rate | Kept;
  /** Bucket in which half had gone on, leavers censored; null: less than half are seen to go on, or kept back. */
  readonly time: TimeRange | null;
  /** Its hazard's interval is wholly above the median screen's hazard, and its lower end is the highest. */
  readonly worst: boolean;
}

export interface FieldReport {
  readonly screen: string;
  readonly field: string;
  /** Of those who arrived on the screen, those whom the form refused here at least once. */
  readonly refused: Rate | Kept;
  /** The same by rule, most frequent first; rules that concern few people are left out. */
  readonly rules: readonly { readonly rule: string; readonly rate: Rate }[];
  /** Of those who went on, those whose entry was accepted and wrong for their persona. */
  readonly silent: Rate | Kept;
}

export interface Report {
  /** First tries that are over, null under 11. */
  readonly starters: number | null;
  readonly screens: readonly ScreenReport[];
  /** Screens by the lower end of their hazard's interval, highest first; those kept back are not ranked. */
  readonly ranking: readonly string[];
  readonly endings: readonly { readonly ending: string; readonly rate: Rate | Kept }[];
  /** Fields with something to tell, most refused first (by the lower end of the interval). */
  readonly fields: readonly FieldReport[];
}

/** Everything a designer is shown of one scenario. Pure; costs the number of counts, not of events. */
export function reportOf(input: ReportInput): Report {
  const at = new Map<string, number>();
  for (const { screen, field, measure, detail, total } of input.counts) {
    const key = keyOf(screen, field, measure, detail);
    at.set(key, (at.get(key) ?? 0) + total);
  }
  const count = (screen: string, measure: string, field = '', detail = '') =>
    at.get(keyOf(screen, field, measure, detail)) ?? 0;

  const known = new Set(input.screens);
  const others = new Set(
    input.counts.map(({ screen }) => screen).filter((screen) => screen !== '' && !known.has(screen)),
  );
  const screens = [...input.screens, ...others];
  const starters = count('', 'started');
  const raw = screens.map((screen) => ({
    arrived: count(screen, 'arrived'),
    left: count(screen, 'here'),
  }));
  // Giving up is an ending in the file, and already counted where it happened.
  const endings = input.endings.filter(({ id }) => id !== 'abandon');
  const ends = endings.map(({ id, success }) => ({ people: count('', 'ended', '', id), through: success }));
  const safe = suppress(starters, raw, ends);

  const told = screens.map((screen, i): ScreenReport => {
    const { arrived, left } = safe.screens[i] ?? { arrived: null, left: null };
    const passed = bucketsOf(input.buckets, (bucket) => count(screen, 'dwell-passed', '', bucket));
    const gone = bucketsOf(input.buckets, (bucket) => count(screen, 'dwell-here', '', bucket));
    return {
      screen,
      arrived,
      left:
        arrived === null
          ? base(raw[i]?.arrived)
          : arrived === 0
            ? 'nobody'
            : left === null
              ? 'few'
              : rate(left, arrived),
      helped: share(count(screen, 'helped'), arrived, raw[i]?.arrived),
      stuck: share(count(screen, 'stuck'), arrived, raw[i]?.arrived),
      time: arrived === null || arrived < leastPeople ? null : medianTime({ edges: input.buckets, passed, left: gone }),
      worst: false,
    };
  });
  const ranked = told
    .flatMap(({ screen, left }) => (typeof left === 'string' ? [] : [{ screen, ...left }]))
    .sort((a, b) => b.interval.low - a.interval.low || b.share - a.share);
  const first = ranked[0];
  const middle = median(ranked.map((one) => one.share));
  const worst = first !== undefined && ranked.length > 1 && first.interval.low > middle ? first.screen : null;

  return {
    starters: starters >= leastPeople ? starters : null,
    screens: told.map((screen) => ({ ...screen, worst: screen.screen === worst })),
    ranking: ranked.map(({ screen }) => screen),
    endings: endings.map(({ id: ending }, i) => {
      const people = safe.ended[i] ?? null;
      return {
        ending,
        rate:
          starters === 0
            ? 'nobody'
            : starters < leastPeople
              ? 'base'
              : people === null
                ? 'few'
                : rate(people, starters),
      };
    }),
    fields: fieldsOf(input, told, raw, count),
  };
}

function fieldsOf(
  { counts }: ReportInput,
  told: readonly ScreenReport[],
  raw: readonly { readonly arrived: number }[],
  count: (screen: string, measure: string, field?: string, detail?: string) => number,
): readonly FieldReport[] {
  const rules = new Map<string, { screen: string; field: string; rules: Set<string>; silent: number }>();
  for (const { screen, field, measure, detail, total } of counts) {
    if (field === '' || (measure !== 'refused' && measure !== 'silent')) continue;
    const key = keyOf(screen, field, '', '');
    const entry = rules.get(key) ?? { screen, field, rules: new Set(), silent: 0 };
    if (measure === 'refused') entry.rules.add(detail);
    else entry.silent += total;
    rules.set(key, entry);
  }
  const reports = [...rules.values()].map(({ screen, field, rules: found, silent }): FieldReport => {
    const at = told.findIndex((one) => one.screen === screen);
    const here = told[at];
    const arrived = here?.arrived ?? null;
    const left = here === undefined || typeof here.left === 'string' ? null : here.left.people;
    const by = [...found].map((rule) => ({ rule, people: count(screen, 'refused', field, rule) }));
    // Someone refused under two rules is one person, and rows do not say who: the most frequent rule is the least that
    // is true.
    const most = Math.max(0, ...by.map(({ people }) => people));
    return {
      screen,
      field,
      refused: share(most, arrived, raw[at]?.arrived),
      rules: by
        .map(({ rule, people }) => ({ rule, rate: share(people, arrived, raw[at]?.arrived) }))
        .filter((one): one is { rule: string; rate: Rate } => typeof one.rate !== 'string' && one.rate.people > 0)
        .sort((a, b) => b.rate.people - a.rate.people),
      silent: share(silent, arrived === null || left === null ? null : arrived - left, raw[at]?.arrived),
    };
  });
  return reports.filter(({ refused, silent }) => tells(refused) || tells(silent)).sort((a, b) => weight(b) - weight(a));
}

function tells(rate: Rate | Kept): boolean {
  return typeof rate !== 'string' && rate.people > 0;
}

function weight({ refused, silent }: FieldReport): number {
  return Math.max(...[refused, silent].map((rate) => (typeof rate === 'string' ? 0 : rate.interval.low)));
}

function share(people: number, of: number | null, raw: number | undefined): Rate | Kept {
  if (of === null) return base(raw);
  if (of === 0) return 'nobody';
  return canTell(people) && canTell(Math.max(0, of - people)) ? rate(Math.min(people, of), of) : 'few';
}

function base(raw: number | undefined): Kept {
  return raw === 0 ? 'nobody' : 'base';
}

function rate(people: number, of: number): Rate {
  return { people, of, share: people / of, interval: wilson(people, of) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

function bucketsOf(edges: readonly number[], count: (bucket: string) => number): readonly number[] {
  return [...edges.map(String), 'more'].map(count);
}

function keyOf(...parts: readonly string[]): string {
  return parts.join('\u001f');
}
