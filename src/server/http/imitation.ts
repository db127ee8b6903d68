import { domainToUnicode } from 'node:url';
import type { Scenario } from '#engine';

/** Names under which real services are found, read from the scenarios that imitate them. */
export function serviceNames(scenarios: readonly Pick<Scenario, 'replicates' | 'screens'>[]): readonly string[] {
  const hosts = scenarios.flatMap(({ replicates, screens }) => [
    replicates.site,
    ...Object.values(screens).map(({ address }) => address.split('/')[0] ?? ''),
  ]);
  const names = hosts
    .filter((host) => /^[a-z\d-]+(\.[a-z\d-]+)+$/.test(host) && !/replique|exemple/.test(host))
    .map(
      (host) =>
        host
          .replace(/(\.gouv)?\.[a-z]+$/, '')
          .split('.')
          .at(-1) ?? '',
    );
  return [...new Set(names)].filter(Boolean);
}

/**
 * The name that a host imitates, or null. A replica under such a name would be a trap: the server does not start there.
 * Words are compared as an eye in a hurry does: without accents, 0 for o, 1 for l, rn for m, one letter more or less.
 */
export function imitatedBy(host: string, names: readonly string[]): string | null {
  // Accents are seen as written: an address turns them into « xn--… ».
  const address = URL.canParse(`http://${host}`) ? domainToUnicode(new URL(`http://${host}`).hostname) : host;
  if (/^[\d.]+$|^\[/.test(address)) return null;
  const ofState = /\.gouv\.fr$/.test(address);
  const words = address
    .replace(/\.gouv\.fr$|\.[^.]+$/, '')
    .split(/[.-]/)
    .map((word) => seen(word.replace(/\d{2,}$/, '')));
  if (!ofState && words.some((word) => /gouv/.test(word))) return 'gouv';
  const joined = words.join('');
  const found = names.find((name) => {
    const plain = seen(name).replaceAll('-', '');
    if (plain.length < 6) return words.includes(plain);
    return joined.includes(plain) || words.some((word) => oneLetterApart(word, plain));
  });
  return found ?? null;
}

function seen(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('rn', 'm')
    .replace(/[01|]/g, (sign) => (sign === '0' ? 'o' : 'l'));
}

/** Whether one letter was changed, added or left out. */
function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
