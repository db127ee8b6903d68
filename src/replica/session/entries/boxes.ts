import type { RawEntry, RunView } from '#engine';
import type { EntryBox } from '../../hands.ts';

export const boxKey = (field: string, cell?: string): string => (cell === undefined ? field : `${field}/${cell}`);

export const isBlank = (raw: RawEntry | undefined): boolean =>
  raw === undefined || raw === '' || raw === false || (typeof raw === 'object' && raw.length === 0);

const same = (a: RawEntry | undefined, b: RawEntry | undefined): boolean =>
  a === b || (isBlank(a) && isBlank(b)) || (typeof a === 'object' && typeof b === 'object' && a.join() === b.join());

interface Held {
  readonly box: EntryBox;
  readonly field: string;
  readonly cell: string | undefined;
  /** What the box is known to hold. */
  last: RawEntry | undefined;
  /** The run has been told of it once: before that, what it holds was typed before the run began, and stays. */
  known: boolean;
}

/**
 * The inputs on the screen and the run's entries, kept alike without React: typing never draws the screen again, and
 * what was typed before hydration, or before the run began, is read from the inputs themselves (DESIGN §13.12).
 */
export class Boxes {
  readonly #held = new Map<string, Held>();

  attach(field: string, cell: string | undefined, box: EntryBox): Held {
    const held: Held = { box, field, cell, last: box.read(), known: false };
    this.#held.set(boxKey(field, cell), held);
    return held;
  }

  detach(held: Held): void {
    const key = boxKey(held.field, held.cell);
    if (this.#held.get(key) === held) this.#held.delete(key);
  }

  all(): readonly Held[] {
    return [...this.#held.values()];
  }

  typed(field: string, cell: string | undefined, raw: RawEntry): void {
    const held = this.#held.get(boxKey(field, cell));
    if (held) Object.assign(held, { last: raw, known: true });
  }

  empty(field: string): void {
    for (const held of this.#held.values()) {
      if (held.field !== field) continue;
      held.box.write(undefined);
      Object.assign(held, { last: undefined, known: true });
    }
  }

  /** Writes in the inputs what the run holds and they do not: prefilled, restored or cleared entries. */
  follow(entries: RunView['entries']): void {
    for (const [key, held] of this.#held) {
      const raw = entries[key];
      if (same(raw, held.last) || (!held.known && isBlank(raw))) continue;
      held.box.write(raw);
      Object.assign(held, { last: raw, known: true });
    }
  }
}
