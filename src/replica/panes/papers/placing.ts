import { type Item, type Paper, showValue } from '#engine';

/** An item of a paper, with its id, ready to be printed somewhere. */
export interface Placed {
  readonly id: string;
  readonly item: Item;
}

/** Hands out the items of a paper to the places of its form; what no place asked for stays for the end. */
export interface Placer {
  /** Takes the first item whose id, term or label matches. Each item is taken once. */
  take(pattern: RegExp): Placed | undefined;
  /** All that no place has taken, in the order of the file. */
  rest(): readonly Placed[];
}

export function placer(paper: Paper): Placer {
  const left = new Map(Object.entries(paper.items));
  const sayings: readonly ((id: string, item: Item) => string)[] = [
    (id) => id,
    (_id, item) => item.term ?? '',
    (_id, item) => item.label,
  ];
  return {
    take(pattern) {
      for (const saying of sayings) {
        for (const [id, item] of left) {
          if (!pattern.test(plain(saying(id, item)))) continue;
          left.delete(id);
          return { id, item };
        }
      }
      return undefined;
    },
    rest: () => [...left].map(([id, item]) => ({ id, item })),
  };
}

/** As printed. A notebook shows a password: it is where the person reads it. */
export function printed(item: Item): string {
  if (item.shown !== undefined) return item.shown;
  return item.kind === 'secret' ? String(item.value ?? '') : showValue(item.kind, item.value);
}

/** An amount without its sign, for a table that says « en euros » once. */
export function bare(amount: string): string {
  return amount.replace(/\s?€$/u, '');
}

/** Lower case, without accents, words joined by dashes: « Net à payer » is "net-a-payer". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
