// Staff read French time wherever the server stands.
const zone = { timeZone: 'Europe/Paris' } as const;
const isoDay = new Intl.DateTimeFormat('fr-CA', { ...zone, dateStyle: 'short' });
const day = new Intl.DateTimeFormat('fr-FR', { ...zone, day: 'numeric', month: 'long', year: 'numeric' });
const hour = new Intl.DateTimeFormat('fr-FR', { ...zone, hour: '2-digit', minute: '2-digit' });

/** « 2026-11-21 », for tables. `ms` since 1970, as below. */
export const isoDayOf = (ms: number): string => isoDay.format(ms);

/** « 21 novembre 2026 » */
export const dayOf = (ms: number): string => day.format(ms);

/** « 09:05 » */
export const hourOf = (ms: number): string => hour.format(ms);
