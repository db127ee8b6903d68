const monthFormat = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** « octobre 2025 » for "2025-10" or "2025-10-12"; « 2021 » for "2021". */
export function showSeen(seen: string): string {
  return /^\d{4}-\d{2}/.test(seen) ? monthFormat.format(Date.parse(`${seen.slice(0, 7)}-15T12:00:00Z`)) : seen;
}
