import {
  type Block,
  cellsOf,
  type Facts,
  type Field,
  holds,
  kindOf,
  type RawEntry,
  type Recipe,
  rawOf,
  type Value,
} from '#engine';
import type { Driver } from './driver.ts';

/** Fields that a person sees now, in order. */
export function shownFields(blocks: readonly Block[], facts: Facts): readonly Field[] {
  return blocks.flatMap((block) => {
    if (!holds(block.when, facts)) return [];
    if (block.kind === 'field') return [block];
    return 'blocks' in block ? shownFields(block.blocks, facts) : [];
  });
}

/** Fills the screen with right answers, but for the fields already set on purpose. */
export function fillScreen(driver: Driver, onPurpose: ReadonlySet<string>): void {
  const { run, persona } = driver;
  driver.waitForMessages();
  // Entries open other fields: again until nothing new shows.
  const done = new Set<string>();
  for (let more = true; more; ) {
    more = false;
    for (const field of run.view.screen ? shownFields(run.view.screen.blocks, run.view.facts) : []) {
      if (done.has(field.id)) continue;
      done.add(field.id);
      more = true;
      if (onPurpose.has(field.id)) continue;
      for (const cell of field.input === 'grid' ? cellsOf(field, persona.people) : [undefined])
        fillOne(driver, field, cell);
    }
  }
}

function fillOne(driver: Driver, field: Field, cell: string | undefined): void {
  const { run } = driver;
  if (run.answer(field.id, cell) !== undefined) {
    const raw = driver.rightEntry(field, cell);
    if (raw !== undefined) driver.type(field.id, raw, cell);
  } else if (field.input === 'new-password' || (field.required && field.input !== 'grid')) {
    // A paper that this person has not (a residence permit): some words do, for whoever walks there.
    const raw = driver.rightEntry(field, cell) ?? (field.input === 'text' ? '1' : undefined);
    if (raw !== undefined) driver.type(field.id, raw, cell);
  } else if (field.required && field.input === 'grid' && field.noAnswer !== undefined) driver.type(field.id, '0', cell);
  else if (field.input === 'grid' && driver.run.assess(field.id, cell).class !== 'right')
    driver.type(field.id, '', cell);
}

type Change = NonNullable<Recipe['input']>[string];

/** Enters in a field what a recipe asks for. */
export function change(driver: Driver, field: Field, wanted: Change): void {
  if (wanted === 'right') return;
  if (typeof wanted === 'object') {
    enterValue(driver, field, wanted.value);
    return;
  }
  const answered = (cell: string) => driver.run.answer(field.id, cell) !== undefined;
  const cells = field.input === 'grid' ? cellsOf(field, driver.persona.people).filter(answered) : [undefined];
  const [cell] = cells;
  if (wanted === 'empty')
    driver.type(field.id, field.input === 'tick' ? false : field.input === 'choices' ? [] : '', cell);
  else driver.type(field.id, wrongEntry(field, driver.run.answer(field.id, cell)), cell);
}

/** A value given by the recipe itself; of a grid, by cell. */
function enterValue(driver: Driver, field: Field, value: unknown): void {
  if (field.input !== 'grid') {
    driver.type(field.id, rawOf(field, value as Value));
    return;
  }
  const given = value as Readonly<Record<string, Value>>;
  for (const cell of cellsOf(field, driver.persona.people))
    driver.type(field.id, rawOf(field, given[cell] ?? null), cell);
}

/** Another value of the same shape. */
function wrongEntry(field: Field, right: Value | undefined): RawEntry {
  if ('options' in field) return field.options.find(({ id }) => id !== right)?.id ?? '';
  if (field.input === 'yes-no') return right === 'oui' ? 'non' : 'oui';
  if (field.input === 'tick') return right !== true;
  if (typeof right === 'number') return rawOf(field, right + 100);
  const text = String(right ?? '1');
  switch (kindOf(field)) {
    case 'date':
      return rawOf(
        field,
        text.replace(/^\d{4}/, (year) => String(Number(year) - 1)),
      );
    case 'digits':
    case 'nir':
    case 'code':
      return text.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    case 'email':
      return `autre.${text}`;
    default:
      return `${text}x`;
  }
}
