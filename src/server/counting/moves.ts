import type { Tables } from '../database/tables.ts';
import { figureOf } from './measures.ts';

/** How much each figure of each edition and kind of try moves. */
export class Moves {
  readonly #editions = new Map<string, Map<string, number>>();

  /** Those of one edition, "id@hash": `contribute` adds to them. */
  of(scenario: string, firstTry: number): Map<string, number> {
    const key = `${scenario}|${firstTry}`;
    const known = this.#editions.get(key);
    if (known !== undefined) return known;
    const made = new Map<string, number>();
    this.#editions.set(key, made);
    return made;
  }

  /** Sorted by key: two processes that move the same figures take them in the same order. */
  rows(): Tables['counts'][] {
    const rows: { readonly key: string; readonly row: Tables['counts'] }[] = [];
    for (const [edition, figures] of this.#editions) {
      const cut = edition.lastIndexOf('|');
      for (const [figure, total] of figures) {
        if (total === 0) continue;
        const scenario = edition.slice(0, cut);
        rows.push({
          key: `${edition}|${figure}`,
          row: { scenario, first_try: Number(edition.slice(cut + 1)), ...figureOf(figure), total },
        });
      }
    }
    return rows.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
  }
}
