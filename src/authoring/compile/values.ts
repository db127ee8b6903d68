import type { AnswerSource, Condition, EntryTest, ValueKind } from '#engine';
import type { AnswerSourceYaml, CoachSource } from '../schema/index.ts';
import { slug } from './slug.ts';

/** Drops the keys whose value is absent: the engine's types know no `undefined`. */
export function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}

/** Euros of the YAML as integer cents. */
export const cents = (euros: number): number => Math.round(euros * 100);

/** A value as the engine keeps it: amounts in cents. */
export function keptValue<T>(kind: ValueKind, value: T): T | number {
  return kind === 'amount' && typeof value === 'number' ? cents(value) : value;
}

export function compileAnswer(source: AnswerSourceYaml, kind: ValueKind): AnswerSource {
  if ('sum' in source) return { sum: source.sum.map((part) => compileAnswer(part, kind)) };
  if ('firstOf' in source) return { firstOf: source.firstOf.map((each) => compileAnswer(each, kind)) };
  if ('value' in source) {
    // « oui » and « non » may be written as YAML booleans where a choice is meant.
    const said = kind === 'choice' && typeof source.value === 'boolean' ? (source.value ? 'oui' : 'non') : source.value;
    return { value: keptValue(kind, said) };
  }
  return compact(source) as AnswerSource;
}

export const compileCondition = (condition: unknown): Condition => condition as Condition;

type When = NonNullable<CoachSource['mistakes']>[number]['when'];

export function compileTest(when: When, kind: ValueKind): EntryTest {
  const { startsWith, same, is, ...others } = when;
  return compact({
    ...others,
    startsWith: typeof startsWith === 'string' ? [startsWith] : startsWith,
    same: same && compileAnswer(same, kind),
    is: typeof is === 'number' ? String(is) : typeof is === 'object' ? [...is].sort() : is,
  }) as EntryTest;
}

/** "digits-15", "starts-with-7-8": the id of a mistake that its author did not name. */
export function mistakeId(when: When): string {
  const part = ([key, value]: [string, unknown]) => {
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (value === true) return name;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return `${name}-${slug(Object.values(value).map(String).join('-'))}`;
    return `${name}-${slug([value].flat().map(String).join('-'))}`;
  };
  return Object.entries(when).map(part).join('-');
}
