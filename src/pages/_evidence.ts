/** After so many months a screen may have changed: what is known of it is shown as old, as `check` says to authors. */
const staleAfterMonths = 36;

const monthFormat = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** « octobre 2025 » for "2025-10" or "2025-10-12"; « 2021 » for "2021". */
export function showSeen(seen: string): string {
  return /^\d{4}-\d{2}/.test(seen) ? monthFormat.format(Date.parse(`${seen.slice(0, 7)}-15T12:00:00Z`)) : seen;
}

/**
 * Whether what was seen then is old on this day.
 *
 * @param seen "2025-10", or "2021": a year alone counts as its last month
 * @param today ISO day
 */
export function isStale(seen: string, today: string): boolean {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || '12');
  return months(today) - months(seen) > staleAfterMonths;
}
