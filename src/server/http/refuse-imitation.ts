import { hostname } from 'node:os';
import { AppError } from '../app-error.ts';
import type { Config } from '../config.ts';
import { imitatedBy } from './imitation.ts';
import { isLoopback } from './origin.ts';

/** Fails with an AppError under a name that looks like a service's: a replica would be a trap there. */
export function refuseImitation(
  { publicUrl, host, allowedHosts }: Pick<Config, 'publicUrl' | 'host' | 'allowedHosts'>,
  names: readonly string[],
  machine: string = hostname(),
): void {
  const given = [
    { setting: 'HOST', host },
    ...(publicUrl === undefined ? [] : [{ setting: 'PUBLIC_URL', host: new URL(publicUrl).hostname }]),
    ...allowedHosts.map((each) => ({ setting: 'ALLOWED_HOSTS', host: each })),
    // A network calls this machine by its name, unless the machine listens to itself alone.
    ...(isLoopback(host) ? [] : [{ setting: 'le nom de cette machine', host: machine }]),
  ];
  for (const each of given) {
    const name = imitatedBy(each.host, names);
    if (name !== null) throw new AppError('host-imitates', { ...each, name });
  }
}

/** Browsers ask under a few names, over and over; a stranger's invented ones must not fill memory. */
export function remembering(judge: (host: string) => string | null): (host: string) => string | null {
  const judged = new Map<string, string | null>();
  return (host) => {
    const before = judged.get(host);
    if (before !== undefined) return before;
    const verdict = judge(host);
    if (judged.size >= 100) judged.clear();
    judged.set(host, verdict);
    return verdict;
  };
}
