import type { Duration } from './duration.ts';

/**
 * Calendar arithmetic on ISO days in UTC, so that a run means the same in every time zone.
 * Temporal would do all of this; it is not yet in the browsers of cheap phones, and its polyfill weighs more
 * than our whole engine. Months are named here: the first `Intl.DateTimeFormat` of a page holds a slow phone for 200 ms
 * (measured at a sixth of this machine's speed), before anything can be pressed.
 */

const monthNames = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

const durationPattern = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Whether a string is a duration that `addDuration` can add. */
export function isDuration(text: string): boolean {
  return durationPattern.test(text) && /\d/.test(text);
}

/**
 * Adds an ISO 8601 duration ("P3W", "-P2D", "PT15M") to an instant in epoch milliseconds. A month added to the 31st
 * ends on the last day of a shorter month. Throws a RangeError on anything else than a duration.
 */
export function addDuration(instant: number, duration: Duration): number {
  const match = durationPattern.exec(duration);
  if (!match || !isDuration(duration)) throw new RangeError(`Not an ISO 8601 duration: ${duration}`);
  const sign = match[1] ? -1 : 1;
  const part = (index: number) => sign * Number(match[index] ?? 0);
  const months = part(2) * 12 + part(3);
  const moved = new Date(instant);
  if (months !== 0) {
    const day = moved.getUTCDate();
    moved.setUTCDate(1);
    moved.setUTCMonth(moved.getUTCMonth() + months);
    moved.setUTCDate(Math.min(day, daysIn(moved.getUTCFullYear(), moved.getUTCMonth())));
  }
  const days = part(4) * 7 + part(5);
  return moved.getTime() + ((days * 24 + part(6)) * 3600 + part(7) * 60 + part(8)) * 1000;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** Epoch ms of the noon of an ISO day: far from both midnights, so that no time zone changes the day. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** ISO day of an instant. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The ISO month so many months from a day's: `monthFrom('2026-11-21', -2)` is "2026-09". */
export function monthFrom(day: string, offset: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + offset;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/** « 12 novembre 2026 », « 1er novembre 2026 ». */
export function showDay(day: string): string {
  const date = Number(day.slice(8));
  return `${date === 1 ? '1er' : date} ${showMonth(day.slice(0, 7))}`;
}

/** « septembre 2026 » */
export function showMonth(month: string): string {
  return `${showMonthName(month)} ${Number(month.slice(0, 4))}`;
}

/** « septembre » */
export function showMonthName(month: string): string {
  return monthNames[Number(month.slice(5)) - 1] ?? '';
}

/** Whether an ISO-shaped day exists in the calendar. */
export function isDay(day: string): boolean {
  const instant = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(instant) && dayOf(instant) === day;
}
