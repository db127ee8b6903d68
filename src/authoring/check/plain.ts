import type { Placed } from '../compile/placed.ts';
import { type Fault, fault } from '../faults/fault.ts';
import type { Subject } from './check.ts';
import { blocksOf, coachesIn, sentencesIn } from './parts.ts';
import { kandelMoles, sentencesOf, wordsOf } from './reading.ts';

/** Most words of a sentence of the coach. */
const mostWords = 12;
/** Kandel-Moles: 100 is very easy, under 50 is hard for a public service. */
const leastEasy = 50;
/** Fewer words give no steady index. */
const enoughWords = 25;
// Everyone meets these on a phone or a screen.
const everyday = new Set(['PDF', 'SMS', 'JPG', 'PNG', 'HEIC', 'OK', 'FAQ']);

/** Short sentences, common words, titles in their order. */
export function checkPlain({ loaded }: Subject, placed: Placed): readonly Fault[] {
  return [...skippedLevels(placed), ...coaching(loaded, placed)];
}

/** The page's title is of level 1; the title of a card or of a summary is of level 2, as a heading is by default. */
function skippedLevels(placed: Placed): readonly Fault[] {
  const blocks = blocksOf(placed);
  const second = blocks.findIndex(({ is }) => 'card' in is || 'summary' in is || ('heading' in is && is.level !== 3));
  return blocks
    .slice(0, second === -1 ? undefined : second)
    .flatMap(({ path, is }) => ('heading' in is ? [fault('S063', placed.at(path), { heading: is.heading })] : []));
}

function coaching({ glossary }: Subject['loaded'], placed: Placed): readonly Fault[] {
  const said = coachesIn(placed).flatMap(sentencesIn);
  const words = jargonOf(glossary.data.terms);
  const faults = said.flatMap(({ path, is }) => {
    const spot = placed.at(path);
    const long = sentencesOf(is).flatMap((sentence) => {
      const count = wordsOf(sentence).length;
      return count > mostWords ? [fault('S060', spot, { count, text: sentence })] : [];
    });
    const hard = words.unexplained.filter((word) => contains(is, word));
    const initials = (is.match(/(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}\d])/gu) ?? []).filter(
      (word) => !everyday.has(word) && !words.explained.has(word.toLowerCase()),
    );
    return [...long, ...[...new Set([...hard, ...initials])].map((word) => fault('S061', spot, { word }))];
  });
  const whole = said.map(({ is }) => is.replace(/[^.!?…]$/, '$&.')).join(' ');
  if (wordsOf(whole).length < enoughWords) return faults;
  const level = Math.round(kandelMoles(whole));
  return level >= leastEasy
    ? faults
    : [...faults, fault('S062', placed.at(['coach']), { level, text: `${whole.slice(0, 60)}…` })];
}

type Terms = Readonly<
  Record<
    string,
    {
      label?: string | undefined;
      plain?: string | undefined;
      jargon?: boolean | undefined;
      also?: string[] | undefined;
    }
  >
>;

function jargonOf(terms: Terms): { unexplained: readonly string[]; explained: ReadonlySet<string> } {
  const unexplained: string[] = [];
  const explained = new Set<string>();
  for (const [id, { label = id, plain, jargon, also = [] }] of Object.entries(terms)) {
    for (const word of [label, ...also]) {
      if (plain !== undefined) explained.add(word.toLowerCase());
      else if (jargon) unexplained.push(word);
    }
  }
  return { unexplained, explained };
}

function contains(text: string, word: string): boolean {
  const safe = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${safe}(?![\\p{L}\\d])`, 'iu').test(text);
}
