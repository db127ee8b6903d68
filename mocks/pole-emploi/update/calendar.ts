import { monthFrom } from '#engine';

/** The month that is declared, and when it can be. */
export interface Period {
  /** ISO month. */
  readonly month: string;
  /** First and last day on which it can be declared, ISO. */
  readonly opens: string;
  readonly closes: string;
}

/** Documented: the 28th of the month that is declared, the 26th in February. */
export const openingOf = (month: string): string => `${month}-${month.endsWith('-02') ? '26' : '28'}`;

/** The period that is open on a day, or else the next one. Documented: it closes on the 15th of the month after. */
export function periodOn(day: string): Period {
  const month = Number(day.slice(8)) <= 15 ? monthFrom(day, -1) : day.slice(0, 7);
  return { month, opens: openingOf(month), closes: `${monthFrom(`${month}-01`, 1)}-15` };
}

/** The first and the last day of a month. */
export function daysOf(month: string): { readonly first: string; readonly last: string } {
  const next = Date.parse(`${monthFrom(`${month}-01`, 1)}-01T00:00:00Z`);
  return { first: `${month}-01`, last: new Date(next - 1).toISOString().slice(0, 10) };
}
