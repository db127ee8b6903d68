import { addDuration, dayOf, noonOf } from './dates.ts';
import type { Scenario } from './scenario/index.ts';

/**
 * The day on which a run begins, given the calendar's. A procedure that is open on some days of the month only
 * (`dayOfMonth`) is played on the next of them, today included: whoever practises on the 20th is told another date.
 */
export function startDay({ dayOfMonth }: Pick<Scenario, 'dayOfMonth'>, day: string): string {
  if (dayOfMonth === undefined) return day;
  const wanted = `${day.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`;
  return wanted >= day ? wanted : dayOf(addDuration(noonOf(wanted), 'P1M'));
}
