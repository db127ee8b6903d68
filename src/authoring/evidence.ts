/** After so many months a screen may have changed: what is known of it is shown as old, to authors and learners alike. */
export const staleAfterMonths = 36;

/**
 * Months gone by since something was seen.
 *
 * @param seen "2025-10", or "2021": a year alone counts as its last month
 * @param today ISO day
 */
export function monthsSince(seen: string, today: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || '12');
  return months(today) - months(seen);
}

/** Whether what was seen then is old on this day. */
export const isStale = (seen: string, today: string): boolean => monthsSince(seen, today) > staleAfterMonths;
