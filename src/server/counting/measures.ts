import type { Tallies } from './fold.ts';
import type { FieldTally, ScreenTally } from './tally.ts';

/**
 * What the table `counts` holds. Unless « times » is in its name, a measure counts tries: how many runs it was true
 * of. With `first_try` = 1, a try is a person.
 */
export type Measure =
  // of the scenario (screen "")
  | 'started'
  | 'ended' // detail: ending
  | 'left-saying' // detail: leave reason
  | 'opinion' // field: question, detail: answer
  // of a screen
  | 'arrived'
  | 'passed' // gone on from their last visit
  | 'here' // stands there, or stopped there: leavers once the runs in progress are taken away
  | 'dwell-passed' // detail: bucket
  | 'dwell-here' // detail: bucket; censored times
  | 'visit-times'
  | 'helped'
  | 'hinted'
  | 'stuck'
  | 'hand'
  | 'went-back'
  | 'timed-out'
  | 'inert-times'
  | 'answered' // detail: "operation:outcome"
  | 'answered-times' // detail: same
  // of a field of a screen
  | 'tried'
  | 'right-first' // right at the first commit
  | 'refused' // detail: rule
  | 'refused-times' // detail: rule
  | 'mistaken' // detail: mistake id
  | 'silent' // accepted and wrong: gone on with it; detail: class
  | 'field-helped'
  | 'field-stuck'
  | 'real-data';

/** Upper ends of the buckets of time, ms; the last bucket has none. Fixed: figures of two years can be added. */
export const dwellBuckets = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1800, 2700, 3600,
].map((seconds) => seconds * 1000) as readonly number[];

/** The bucket of a time, as text: its upper end in ms, or "more". */
export function bucketOf(ms: number): string {
  const end = dwellBuckets.find((limit) => ms < limit);
  return end === undefined ? 'more' : String(end);
}

const between = '\u001f';

/** Key of one figure within a scenario's edition and kind of try. */
export interface Figure {
  readonly variant: string;
  readonly screen: string;
  readonly field: string;
  readonly measure: Measure;
  readonly detail: string;
}

export const keyOf = ({ variant, screen, field, measure, detail }: Record<keyof Figure, string>): string =>
  [variant, screen, field, measure, detail].join(between);

export function figureOf(key: string): Figure {
  const [variant = '', screen = '', field = '', measure = '', detail = ''] = key.split(between);
  return { variant, screen, field, measure: measure as Measure, detail };
}

/** Adds to `totals` what one run contributes to every figure, `sign` times (−1 takes it away). */
export function contribute({ run, screens }: Tallies, totals: Map<string, number>, sign: 1 | -1): void {
  const prefix = `${run.variant ?? ''}${between}`;
  const add = (screen: string, field: string, measure: Measure, detail: string, n: number): void => {
    if (n === 0) return;
    const key = `${prefix}${screen}${between}${field}${between}${measure}${between}${detail}`;
    totals.set(key, (totals.get(key) ?? 0) + sign * n);
  };
  add('', '', 'started', '', 1);
  if (run.ending !== null) add('', '', 'ended', run.ending, 1);
  if (run.leave !== null) add('', '', 'left-saying', run.leave, 1);
  for (const question in run.opinions) add('', question, 'opinion', String(run.opinions[question]), 1);
  for (const [id, screen] of screens) {
    const gaveUp = run.screen === id && (run.ending === null || run.ending === 'abandon');
    ofScreen(screen, gaveUp, (measure, detail, n) => add(id, '', measure, detail, n));
    for (const field in screen.fields) {
      ofField(screen.fields[field] as FieldTally, screen.passed, (measure, detail, n) =>
        add(id, field, measure, detail, n),
      );
    }
  }
}

type Add = (measure: Measure, detail: string, n: number) => void;
const once = (n: number): number => (n > 0 ? 1 : 0);

function ofScreen(screen: ScreenTally, here: boolean, add: Add): void {
  // Something was said of a screen that this run has not been seen to reach (a gap not yet filled).
  if (screen.visits > 0) {
    add('arrived', '', 1);
    add('visit-times', '', screen.visits);
    if (screen.passed) add('dwell-passed', bucketOf(screen.dwell), 1);
    else if (here) add('dwell-here', bucketOf(screen.dwell), 1);
    if (screen.passed) add('passed', '', 1);
    else if (here) add('here', '', 1);
  }
  add('helped', '', once(screen.help));
  add('hinted', '', once(screen.hints));
  add('stuck', '', once(screen.stuck));
  add('hand', '', once(screen.hands));
  add('went-back', '', once(screen.back));
  add('timed-out', '', once(screen.timedOut));
  add('inert-times', '', screen.inert);
  for (const answer in screen.answers) {
    add('answered', answer, 1);
    add('answered-times', answer, screen.answers[answer] ?? 0);
  }
}

function ofField(field: FieldTally, passed: boolean, add: Add): void {
  add('tried', '', once(field.commits));
  if (field.first === 'right') add('right-first', '', 1);
  for (const rule in field.refused) {
    add('refused', rule, 1);
    add('refused-times', rule, field.refused[rule] ?? 0);
  }
  for (const mistake in field.mistakes) add('mistaken', mistake, 1);
  if (passed && (field.last === 'mistake' || field.last === 'other')) add('silent', field.last, 1);
  add('field-helped', '', once(field.help));
  add('field-stuck', '', once(field.stuck));
  add('real-data', '', once(field.real));
}
