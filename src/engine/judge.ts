import type { AnswerSource, EntryTest } from './condition.ts';
import { kindOf, passwordRulesMet, readEntry, sameValue } from './entry.ts';
import { type AnswerScope, resolveAnswer } from './resolve.ts';
import type { Assessment } from './run.ts';
import type { Field } from './scenario/index.ts';
import type { RawEntry, Value } from './values.ts';

/** A grid's cell, from its key "person.kind.month". */
export interface Cell {
  readonly person: string;
  readonly kind: string;
  readonly month: number;
}

/** Reads a cell's key. Throws on another shape: keys are made by us. */
export function cellOf(key: string): Cell {
  const match = /^([^.]+)\.([^.]+)\.(-?\d+)$/.exec(key);
  if (!match?.[1] || !match[2]) throw new RangeError(`Not a cell "person.kind.month": ${key}`);
  return { person: match[1], kind: match[2], month: Number(match[3]) };
}

/** Keys of the cells of a grid, by person, kind, then month, oldest first. */
export function cellsOf(field: Field & { input: 'grid' }, people: AnswerScope['persona']['people']): readonly string[] {
  const who =
    field.people === 'adults'
      ? people.filter((person) => person.role !== 'child').map((person) => person.id)
      : field.people;
  return who.flatMap((person) =>
    field.kinds.flatMap((kind) => field.months.map((month) => `${person}.${kind.id}.${month}`)),
  );
}

/** The right value of a field or of one of its cells; undefined when it has none. */
export function answerOf(field: Field, scope: AnswerScope, cell?: string): Value | undefined {
  if (field.input !== 'grid') return field.answer && resolveAnswer(field.answer, scope);
  if (cell === undefined) return undefined;
  const { person, kind, month } = cellOf(cell);
  const source = field.cells[cell] ?? field.cells[`${person}.${kind}`];
  return source && resolveAnswer(source, { ...scope, month });
}

/**
 * Judges an entry against the persona's answer: right, a recognised mistake, another value, or empty. A blank cell with
 * nothing to declare is right; so is a zero there.
 */
export function judge(field: Field, raw: RawEntry | undefined, scope: AnswerScope, cell?: string): Assessment {
  const reading = readEntry(field, raw);
  const right = answerOf(field, scope, cell);
  const here = cell === undefined ? scope : { ...scope, month: cellOf(cell).month };
  if (reading.state === 'read') {
    if (field.input === 'new-password' && typeof raw === 'string') {
      if (passwordRulesMet(field.rules, raw).every(Boolean)) return { class: 'right' };
    } else if (right !== undefined && sameValue(kindOf(field), reading.value, right)) return { class: 'right' };
    else if (field.input === 'grid' && right === undefined && reading.value === 0) return { class: 'right' };
    // What was typed elsewhere is gone with a reload: there is nothing left to compare with.
    if (right === undefined && field.answer && repeatsEntry(field.answer)) return { class: 'right' };
  }
  if (reading.state === 'empty' && field.input === 'grid' && right === undefined) return { class: 'right' };
  // A box to leave empty, which the service may have ticked in advance.
  if (reading.state === 'empty' && field.input === 'tick' && right === false) return { class: 'right' };
  const mistake = field.coach.mistakes?.find(({ when }) => matches(when, field, raw, here));
  if (mistake) return { class: 'mistake', mistake: mistake.id, say: mistake.say };
  // Nothing is asked here (a remember-me tick): what is no known mistake is as good as anything else.
  if (reading.state === 'read' && field.noAnswer !== undefined && field.input !== 'grid') return { class: 'right' };
  return { class: reading.state === 'empty' ? 'empty' : 'other' };
}

/** Whether an answer is what the person typed on another screen. */
export function repeatsEntry(source: AnswerSource): boolean {
  return 'entry' in source || ('firstOf' in source && source.firstOf.some(repeatsEntry));
}

/** Whether an entry passes a test; every key given must hold. */
export function matches(test: EntryTest, field: Field, raw: RawEntry | undefined, scope: AnswerScope): boolean {
  const reading = readEntry(field, raw);
  const text = typeof raw === 'string' ? raw.trim() : '';
  const digits = text.replace(/\D/g, '').length;
  const checks: readonly (boolean | undefined)[] = [
    test.empty === undefined ? undefined : (reading.state === 'empty') === test.empty,
    test.malformed === undefined ? undefined : (reading.state === 'malformed') === test.malformed,
    test.digits === undefined ? undefined : digits === test.digits,
    test.fewerDigits === undefined ? undefined : digits > 0 && digits < test.fewerDigits,
    test.moreDigits === undefined ? undefined : digits > test.moreDigits,
    test.startsWith === undefined ? undefined : test.startsWith.some((start) => text.startsWith(start)),
    test.contains === undefined ? undefined : text.toLowerCase().includes(test.contains.toLowerCase()),
    test.zero === undefined ? undefined : (reading.state === 'read' && reading.value === 0) === test.zero,
    test.is === undefined ? undefined : isRaw(test.is, raw),
    test.same === undefined
      ? undefined
      : reading.state === 'read' && isSame(field, reading.value, resolveAnswer(test.same, scope)),
  ];
  return checks.every((check) => check !== false) && checks.some((check) => check === true);
}

function isSame(field: Field, value: Value, other: Value | undefined): boolean {
  return other !== undefined && sameValue(kindOf(field), value, other);
}

function isRaw(wanted: RawEntry, raw: RawEntry | undefined): boolean {
  return JSON.stringify(wanted) === JSON.stringify(typeof raw === 'object' ? [...raw].sort() : raw);
}
