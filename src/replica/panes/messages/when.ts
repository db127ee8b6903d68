const time = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' });

/** As mailboxes show it, on the device's own calendar: the time today, the day otherwise, the year when it is another. */
export function showWhen(at: number, now: number): string {
  const [then, today] = [new Date(at), new Date(now)];
  if (then.toDateString() === today.toDateString()) return time.format(then);
  return (then.getFullYear() === today.getFullYear() ? day : dayAndYear).format(then);
}

export function isoInstant(at: number): string {
  return new Date(at).toISOString();
}
