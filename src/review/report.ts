import {
  adder,
  type Count,
  type CountOf,
  type EndingInput,
  endingsIn,
  keyOf,
  populationOf,
  screensIn,
} from './count.ts';
import { base, doneRate, endedRate, hazard, type Kept, type Rate, rate } from './rate.ts';
import { canTell, leastPeople, suppress } from './suppress.ts';
import type { TimeRange } from './survival.ts';
import { medianTime } from './survival.ts';

export interface ReportInput {
  /** In the order of the procedure; counts of a screen that is not there are put at the end. */
  readonly screens: readonly string[];
  readonly endings: readonly EndingInput[];
  readonly counts: readonly Count[];
  /** Upper ends of the buckets of time, ms; the last bucket has none. */
  readonly buckets: readonly number[];
}

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
  /** Of those who started, those who came to a successful ending, whichever. */
  readonly done: Rate | Kept;
  readonly endings: readonly { readonly ending: string; readonly rate: Rate | Kept }[];
  /** Fields with something to tell, most refused first (by the lower end of the interval). */
  readonly fields: readonly FieldReport[];
}

/** Everything a designer is shown of one scenario. Pure; costs the number of counts, not of events. */
export function reportOf(input: ReportInput): Report {
  const count = adder(input.counts);
  const screens = screensIn(input.screens, input.counts);
  const endings = endingsIn(input.endings);
  const { starters, screens: raw, ended } = populationOf(count, screens, endings);
  const safe = suppress(starters, raw, ended);

  const told = screens.map((screen, i): ScreenReport => {
    const here = safe.screens[i] ?? { arrived: null, left: null };
    const { arrived } = here;
    const passed = bucketsOf(input.buckets, (bucket) => count(screen, 'dwell-passed', '', bucket));
    const gone = bucketsOf(input.buckets, (bucket) => count(screen, 'dwell-here', '', bucket));
    return {
      screen,
      arrived,
      left: hazard(here, raw[i]?.arrived),
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
    done: doneRate(endings, safe.ended, starters),
    endings: endings.map(({ id: ending }, i) => ({ ending, rate: endedRate(safe.ended[i] ?? null, starters) })),
    fields: fieldsOf(input, told, raw, count),
  };
}

function fieldsOf(
  { counts }: ReportInput,
  told: readonly ScreenReport[],
  raw: readonly { readonly arrived: number }[],
  count: CountOf,
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

function bucketsOf(edges: readonly number[], count: (bucket: string) => number): readonly number[] {
  return [...edges.map(String), 'more'].map(count);
}
