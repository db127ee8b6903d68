import type { BaseCall } from '../sign-in.ts';
import { daysOf } from './calendar.ts';

/** What is wrong with the dates of something that began in the month declared, and may end later. */
export function spanFault({ world }: BaseCall, from: string, to: string): 'outOfMonth' | 'datesReversed' | null {
  const { first, last } = daysOf(world.update.period.month);
  if (to !== '' && from > to) return 'datesReversed';
  return from < first || from > last ? 'outOfMonth' : null;
}
