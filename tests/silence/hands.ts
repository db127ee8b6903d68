import type { Locator, Page } from '@playwright/test';
import type { Field } from '#engine';
import type { Marker, Mint } from './markers.ts';
import type { Box } from './plan/asked.ts';

/** What was typed, and what went otherwise than it must. */
export interface Book {
  readonly mint: Mint;
  readonly markers: Marker[];
  /** "caf/x connexion/nir taken": fields of which every box has been typed in, and how it fared. */
  readonly filled: Set<string>;
  /** "caf/x connexion": screens opened, and whether something was then typed in the same page, there or before. */
  readonly played: Map<string, boolean>;
  readonly faults: string[];
}

export const openBook = (mint: Mint): Book => ({ mint, markers: [], filled: new Set(), played: new Map(), faults: [] });

/** Whatever takes words on a page. */
export const takesTyping =
  'input:not([type=radio],[type=checkbox],[type=button],[type=submit],[type=reset],[type=hidden],[type=file],[type=range]), textarea, [contenteditable=""], [contenteditable=true]';

const boxAt = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);

/** The boxes of one field, together: the three of a date are one entry. */
export function byField(boxes: readonly Box[]): readonly (readonly [Field, readonly Box[]])[] {
  const fields = new Map<string, [Field, Box[]]>();
  for (const box of boxes) {
    const known = fields.get(box.field.id);
    if (known) known[1].push(box);
    else fields.set(box.field.id, [box.field, [box]]);
  }
  return [...fields.values()];
}

/** Types a marker of this kind in each box of a field, and looks at what becomes of it there. */
export async function typeInField(
  page: Page,
  field: Field,
  boxes: readonly Box[],
  kind: 'taken' | 'malformed' | 'erased',
  { mint, markers, filled, faults }: Book,
  where: string,
): Promise<void> {
  const inThree = field.input === 'date' && boxes.length === 3 && kind === 'taken';
  const parts = inThree ? [boxes] : boxes.map((box) => [box]);
  for (const part of parts) {
    const id = `${where} ${part.map((box) => box.id).join('+')} ${kind}`;
    const marker = mint.forField(field, kind, id);
    if (!marker) return;
    markers.push(marker);
    const words = inThree ? marker.typed.split('/') : [marker.typed];
    for (const [index, box] of part.entries()) await put(page, box.id, words[index] ?? '', field, kind);
    for (const [index, box] of part.entries()) {
      const held = await boxAt(page, box.id).inputValue();
      if (held !== (kind === 'erased' ? '' : words[index])) faults.push(`${id}: the box then holds « ${held} »`);
    }
  }
  filled.add(fieldKey(where, field, kind));
}

export const fieldKey = (where: string, { id }: Pick<Field, 'id'>, kind: string): string => `${where}/${id} ${kind}`;

/** By the keyboard what stays; pasted what the guard could take, half-typed, for something else. */
async function put(page: Page, id: string, words: string, { input }: Field, kind: Marker['kind']): Promise<void> {
  const box = boxAt(page, id);
  if (kind === 'taken' && input !== 'email') {
    await box.fill('');
    await box.pressSequentially(words);
  } else await box.fill(words);
  await box.blur();
}

/** Types a marker in each box, then puts back what stood there: who hesitates, and goes on. */
export async function typeAndPutBack(page: Page, boxes: readonly Box[], book: Book, where: string): Promise<void> {
  for (const { id, field } of boxes) {
    const box = boxAt(page, id);
    if (!(await box.isVisible())) continue;
    const before = await box.inputValue();
    // A suggestion that was chosen cannot be typed back.
    if (field.input === 'typeahead' && before !== '') continue;
    const marker = book.mint.words(`${where} ${id} path`, 'path');
    book.markers.push(marker);
    await box.fill(marker.typed);
    await box.blur();
    await box.fill(before);
    await box.blur();
  }
}

/** What else takes typing on the page: the desk's own controls. */
export async function typeElsewhere(page: Page, boxes: readonly Box[], book: Book, where: string): Promise<void> {
  const known = new Set(boxes.map(({ id }) => id));
  for (const box of await page.locator(takesTyping).all()) {
    const id = (await box.getAttribute('id')) ?? '';
    if (known.has(id) || !(await box.isVisible())) continue;
    const marker = book.mint.words(`${where} ${id || 'without a name'} desk`, 'desk');
    book.markers.push(marker);
    await box.fill(marker.typed);
    await box.blur();
  }
}
