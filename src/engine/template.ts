import { addDuration, dayOf, isDuration, monthFrom, noonOf, showDay, showMonth, showMonthName } from './dates.ts';
import { showValue } from './entry.ts';
import type { Paper, Person } from './persona.ts';

/** What a template may read. */
export interface Scope {
  readonly people: readonly Person[];
  readonly today: string;
  readonly papers?: readonly Paper[];
  /** Data brought by operations, by "service.readStatement". */
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** A message's variables. */
  readonly vars?: Readonly<Record<string, string>>;
}

const placeholder = /\{([\p{L}-]+)(?::([^{}]*))?\}/gu;

/** A placeholder of a template: `{mois:-2}` is `{ name: 'mois', argument: '-2' }`. Accents in names are optional. */
export interface Placeholder {
  readonly name: string;
  readonly argument: string;
}

/** The placeholders of a text, in order. */
export function placeholdersOf(text: string): readonly Placeholder[] {
  return [...text.matchAll(placeholder)].map(([, name = '', argument = '']) => ({ name: unaccented(name), argument }));
}

/** Names of placeholders that depend on the day of the run. */
export const datedPlaceholders = ['mois', 'mois-seul', 'jour', 'date'];

/**
 * Fills the placeholders of a text. One that leads to nothing becomes « … »: `check` refuses it at its author's, and a
 * learner must never meet a brace.
 */
export function fillTemplate(text: string, scope: Scope): string {
  if (!text.includes('{')) return text;
  return text.replace(
    placeholder,
    (_, name: string, argument = '') => fill({ name: unaccented(name), argument }, scope) ?? '…',
  );
}

/** What one placeholder becomes, or undefined when it leads to nothing. */
export function fill({ name, argument }: Placeholder, scope: Scope): string | undefined {
  switch (name) {
    case 'prenom':
      return personIn(scope.people, argument)?.firstName;
    case 'nom':
      return personIn(scope.people, argument)?.lastName;
    case 'mois':
      return isOffset(argument) ? showMonth(monthFrom(scope.today, Number(argument))) : undefined;
    case 'mois-seul':
      return isOffset(argument) ? showMonthName(monthFrom(scope.today, Number(argument))) : undefined;
    case 'jour': {
      const day = dayAt(argument, scope.today);
      return day && showDay(day);
    }
    // For the value of an item of kind date, which is ISO; `showValue` writes it for people.
    case 'date':
      return dayAt(argument, scope.today);
    case 'papier':
      return fromPaper(argument, scope.papers ?? []);
    case 'donnee':
      return fromData(argument, scope.data ?? {});
    case 'var':
      return scope.vars?.[argument];
    default:
      return undefined;
  }
}

const roles: Readonly<Record<string, Person['role']>> = {
  '': 'claimant',
  demandeur: 'claimant',
  conjoint: 'partner',
  enfant: 'child',
};

/** A person of the household by id, or by role: « demandeur » (the default), « conjoint », « enfant ». */
export function personIn(people: readonly Person[], who: string): Person | undefined {
  return people.find((person) => person.id === who) ?? people.find((person) => person.role === (roles[who] ?? who));
}

function fromPaper(argument: string, papers: readonly Paper[]): string | undefined {
  const dot = argument.lastIndexOf('.');
  const item = papers.find((paper) => paper.id === argument.slice(0, dot))?.items[argument.slice(dot + 1)];
  return item && (item.shown ?? showValue(item.kind, item.value));
}

function fromData(argument: string, data: NonNullable<Scope['data']>): string | undefined {
  const [service, operation, ...path] = argument.split('.');
  let found: unknown = data[`${service}.${operation}`];
  for (const key of path)
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** The ISO day that an argument names: today, a duration from it, or the first of a month (`M-1` is last month's). */
function dayAt(argument: string, today: string): string | undefined {
  if (argument === '') return today;
  if (argument.startsWith('M') && isOffset(argument.slice(1)))
    return `${monthFrom(today, Number(argument.slice(1)))}-01`;
  return isDuration(argument) ? dayOf(addDuration(noonOf(today), argument)) : undefined;
}

function isOffset(argument: string): boolean {
  return /^[+-]?\d{1,3}$/.test(argument);
}

function unaccented(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
