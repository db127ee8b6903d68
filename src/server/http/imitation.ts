import { domainToUnicode } from 'node:url';
import unhomoglyph from 'unhomoglyph';
import type { Scenario } from '#engine';
import { around } from './imitated-names.ts';

/** Names under which real services are found: those that the scenarios imitate, and a list of bodies. */
export function serviceNames(
  scenarios: readonly Pick<Scenario, 'replicates' | 'screens'>[],
  bodies: readonly string[],
): readonly string[] {
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
  return [...new Set([...names, ...bodies])].filter(Boolean);
}

/**
 * The name that a host imitates, or null. A replica under such a name would be a trap: the server neither starts there nor
 * answers to it. Words are compared as an eye in a hurry does: without accents, a letter of another alphabet as the one it
 * looks like, 0 for o, 1 for l, rn for m; a short name also stuck to the words that swindlers put around it, a long one
 * anywhere, one letter more or less.
 */
export function imitatedBy(host: string, names: readonly string[]): string | null {
  // Accents and alphabets are seen as written: an address turns them into « xn--… ».
  const address = URL.canParse(`http://${host}`) ? domainToUnicode(new URL(`http://${host}`).hostname) : host;
  if (/^[\d.]+$|^\[/.test(address)) return null;
  const ofState = /\.gouv\.fr$/.test(address);
  const labels = address.replace(/\.gouv\.fr$|\.[^.]+$/, '').split('.');
  const words = labels.flatMap((label) => [label.replaceAll('-', ''), ...label.split('-')]).map(seen);
  if (!ofState && words.some((word) => /gouv$/.test(word) || edges('gouv').test(word))) return 'gouv';
  const joined = seen(labels.join('').replaceAll('-', ''));
  const found = names.find((name) => {
    const plain = seen(name.replaceAll('-', ''));
    if (words.some((word) => edges(plain).test(word))) return true;
    return plain.length >= long && (joined.includes(plain) || words.some((word) => oneLetterApart(word, plain)));
  });
  return found ?? null;
}

/** From here on a name stands in no ordinary word: « ants » does in « restaurants », « impots » nearly is « imports ». */
const long = 8;

const known = new Map<string, RegExp>();
/** A word that is the name alone, or between words and figures of the usual kind. */
function edges(plain: string): RegExp {
  const made =
    known.get(plain) ?? new RegExp(`^(${around.before.join('|')})*${plain}(${around.after.join('|')})*\\d*$`);
  known.set(plain, made);
  return made;
}

function seen(text: string): string {
  const bare = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  // Two figures or more at the end are a year or a number; otherwise 0 passes for o and 1 for l.
  const [, word = '', figures = ''] = /^(.*?)(\d{2,})?$/su.exec(bare) ?? [];
  return asLetters(word) + figures;
}

function asLetters(signs: string): string {
  // The table of look-alikes is large, and nearly every name is plain.
  const plain = /^[a-z\d]*$/.test(signs)
    ? signs.replaceAll('0', 'o').replaceAll('1', 'l')
    : unhomoglyph(signs).toLowerCase();
  return plain.replaceAll('rn', 'm');
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
