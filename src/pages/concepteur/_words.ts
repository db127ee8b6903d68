import { wordingWords, figureWords as words } from '#i18n';
import { type Compared, isOpen, type Kept, type Rate } from '#review';
import type { Outline } from '#training';

/** A rate in words, or what stands in its place. */
export function sayRate(rate: Rate | Kept, say: (share: string, range: string) => string): string | null {
  return typeof rate === 'string' || rate.people === 0
    ? null
    : say(words.percent(rate.share), words.range(rate.interval));
}

/** A rate in a cell of a table: « 27 % (entre 17 % et 48 %) », or why there is none. */
export function cellOf(rate: Rate | Kept): string {
  if (typeof rate !== 'string') return `${words.percent(rate.share)} (entre ${words.range(rate.interval)})`;
  return rate === 'few' ? words.page.few : '–';
}

/** What may be said of a wording held against the usual words; `sure`: the interval of the difference leaves 0 out. */
export function sayVerdict(
  { rate, against }: Compared,
  variant: string,
  what: 'done' | 'stop',
): { readonly text: string; readonly sure: boolean } {
  const { verdict } = wordingWords;
  if (against === null) return { text: rate === 'nobody' ? verdict.nobody : verdict.kept, sure: false };
  if (isOpen(against)) return { text: verdict.open(against), sure: false };
  const say = against.low > 0 ? verdict[`${what}More`] : verdict[`${what}Less`];
  return { text: say(variant, against), sure: true };
}

/** Title of a screen and label of a field as they stand in the edition served; ids where they are gone. */
export function namesIn(outline: Outline) {
  const screens = new Map(outline.screens.map((screen) => [screen.id, screen]));
  return {
    screen: (id: string): string => screens.get(id)?.title ?? id,
    field(screen: string, id: string): string {
      const fields = screens.get(screen)?.fields ?? {};
      const [base = id, ...cell] = id.split('/');
      const label = fields[id] ?? fields[base] ?? base;
      return cell.length === 0 ? label : `${label} (${cell.join('/').split('.').join(', ')})`;
    },
    ending: (id: string): string => outline.endings[id]?.title ?? id,
    rule: (rule: string): string => (rule in words.rules ? words.rules[rule as keyof typeof words.rules] : rule),
  };
}
