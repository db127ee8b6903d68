import { kindOf, rawOf } from './entry.ts';
import { answerOf, cellsOf, judge } from './judge.ts';
import type { AnswerScope } from './resolve.ts';
import type { Assessment, RunReference, SilentError } from './run.ts';
import type { Field, Screen } from './scenario/index.ts';
import type { RawEntry } from './values.ts';

/** Key of an entry: "screen/field", or "screen/field/person.kind.month" for a cell. */
export function entryKey(screen: string, field: string, cell?: string): string {
  return cell === undefined ? `${screen}/${field}` : `${screen}/${field}/${cell}`;
}

/**
 * What the learner entered in a run. The values live here, in memory, and nowhere else (DESIGN §6); what leaves is their
 * class and the ordinal of the distinct value.
 */
export class EntryBook {
  readonly #raw = new Map<string, RawEntry>();
  readonly #prefilled = new Map<string, RawEntry>();
  readonly #distinct = new Map<string, string[]>();
  readonly #ordinalsBefore: Readonly<Record<string, number>>;
  readonly #classes: Map<string, Assessment>;
  readonly #accepted: Map<string, Assessment>;
  readonly #told = new Map<string, string>();

  constructor(restore?: RunReference) {
    this.#ordinalsBefore = restore?.tries ?? {};
    this.#classes = new Map(Object.entries(restore?.classes ?? {}));
    this.#accepted = new Map(Object.entries(restore?.accepted ?? {}));
  }

  get(key: string): RawEntry | undefined {
    return this.#raw.get(key);
  }

  set(key: string, raw: RawEntry): void {
    this.#raw.set(key, raw);
  }

  /** A value brought by the service: not the learner's doing, and never over what they typed. */
  prefill(key: string, raw: RawEntry): void {
    this.#prefilled.set(key, raw);
    if (!this.#raw.has(key)) this.#raw.set(key, raw);
  }

  /** Forgets what was entered under a prefix ("screen/"), the classes too. */
  forget(prefix: string): void {
    for (const map of [this.#raw, this.#prefilled, this.#classes, this.#told]) {
      for (const key of [...map.keys()]) if (key.startsWith(prefix)) map.delete(key);
    }
  }

  /** Forgets one value, keeping its history of tries. */
  clear(key: string): void {
    this.#raw.delete(key);
    this.#told.delete(key);
  }

  /** Raw entries of one screen, by what follows "screen/". */
  of(screen: string): Readonly<Record<string, RawEntry>> {
    const prefix = `${screen}/`;
    return Object.fromEntries(
      [...this.#raw].filter(([key]) => key.startsWith(prefix)).map(([key, raw]) => [key.slice(prefix.length), raw]),
    );
  }

  /** Judges an entry and remembers its class. */
  judge(key: string, field: Field, scope: AnswerScope, cell?: string): Assessment {
    const found = judge(field, this.#raw.get(key), scope, cell);
    this.#classes.set(key, found);
    return found;
  }

  /** The ordinal of the value now in an entry, or null when it is the one already told. */
  newOrdinal(key: string): number | null {
    const text = JSON.stringify(this.#raw.get(key) ?? '');
    if (this.#told.get(key) === text) return null;
    this.#told.set(key, text);
    const before = this.#ordinalsBefore[key] ?? 0;
    const seen = this.#distinct.get(key) ?? [];
    if (!seen.includes(text)) this.#distinct.set(key, [...seen, text]);
    return before + (this.#distinct.get(key) ?? []).indexOf(text) + 1;
  }

  /** Whether the entry still is what the service had filled in, or blank without having been touched. */
  untouched(key: string): boolean {
    return !this.#told.has(key) && (this.#raw.get(key) ?? '') === (this.#prefilled.get(key) ?? '');
  }

  /** The service took what a screen held: from now on a wrong entry there is a silent error. */
  accept(screen: string): void {
    for (const [key, found] of this.#classes) if (key.startsWith(`${screen}/`)) this.#accepted.set(key, found);
  }

  /** Entries that the service accepted and that are wrong for the persona. */
  silent(): readonly SilentError[] {
    return [...this.#accepted]
      .filter(([, { class: found }]) => found === 'mistake' || found === 'other')
      .map(([key, { mistake }]) => {
        const [screen = '', field = '', cell] = key.split('/');
        return {
          screen,
          field,
          ...(cell === undefined ? {} : { cell }),
          ...(mistake === undefined ? {} : { mistake }),
        };
      });
  }

  /** References only: never a value that was typed. */
  reference(
    fieldAt: (screen: string, field: string) => Field | undefined,
  ): Pick<RunReference, 'entries' | 'classes' | 'accepted' | 'tries'> {
    const entries: Record<string, RunReference['entries'][string]> = {};
    for (const [key, raw] of this.#raw) {
      const [screen = '', id = ''] = key.split('/');
      const field = fieldAt(screen, id);
      if (!field || raw === this.#prefilled.get(key) || raw === '') continue;
      const ids = closedIds(field, raw);
      if (ids) entries[key] = { as: 'choice', ids };
      else if (this.#classes.get(key)?.class === 'right' && field.input !== 'new-password')
        entries[key] = { as: 'right' };
      else entries[key] = { as: 'typed' };
    }
    const tries: Record<string, number> = { ...this.#ordinalsBefore };
    for (const [key, seen] of this.#distinct) tries[key] = (this.#ordinalsBefore[key] ?? 0) + seen.length;
    return { entries, classes: ids(this.#classes), accepted: ids(this.#accepted), tries };
  }

  /** Puts back what a reference allows. Returns the keys that were typed and are gone. */
  restore(
    reference: RunReference,
    fieldAt: (screen: string, field: string) => Field | undefined,
    scope: AnswerScope,
  ): readonly string[] {
    const lost: string[] = [];
    for (const [key, kept] of Object.entries(reference.entries)) {
      const [screen = '', id = '', cell] = key.split('/');
      const field = fieldAt(screen, id);
      if (!field) continue;
      if (kept.as === 'choice') this.#raw.set(key, rawOfIds(field, kept.ids));
      const value = kept.as === 'right' ? answerOf(field, scope, cell) : undefined;
      if (value !== undefined) this.#raw.set(key, rawOf(field, value));
      else if (kept.as !== 'choice') lost.push(key);
      if (this.#raw.has(key)) this.#told.set(key, JSON.stringify(this.#raw.get(key)));
    }
    return lost;
  }
}

/** Classes and mistake ids, without the coach's filled sentences. */
function ids(found: ReadonlyMap<string, Assessment>): Readonly<Record<string, Assessment>> {
  return Object.fromEntries(
    [...found].map(([key, { class: name, mistake }]) => [
      key,
      mistake === undefined ? { class: name } : { class: name, mistake },
    ]),
  );
}

/** Choices are ids of the scenario: they may be kept. */
function closedIds(field: Field, raw: RawEntry): readonly string[] | null {
  switch (kindOf(field)) {
    case 'choice':
    case 'choices':
    case 'document':
      return typeof raw === 'object' ? raw : [String(raw)];
    case 'tick':
      return raw === true ? ['oui'] : [];
    default:
      return null;
  }
}

function rawOfIds(field: Field, ids: readonly string[]): RawEntry {
  if (kindOf(field) === 'tick') return ids.includes('oui');
  return kindOf(field) === 'choices' ? ids : (ids[0] ?? '');
}

/** The entries that a field has: itself, or the cells of a grid. */
export function slotsOf(field: Field, scope: AnswerScope): readonly (string | undefined)[] {
  return field.input === 'grid' ? cellsOf(field, scope.persona.people) : [undefined];
}

/** The choices made on a screen, as facts: ids, "oui"/"non", lists. */
export function factsOf(
  screen: Screen,
  fields: readonly Field[],
  book: EntryBook,
): Readonly<Record<string, string | readonly string[]>> {
  const facts: Record<string, string | readonly string[]> = {};
  for (const field of fields) {
    const raw = book.get(entryKey(screen.id, field.id));
    const kind = kindOf(field);
    if (kind === 'tick') facts[field.id] = raw === true ? 'oui' : 'non';
    else if (
      (kind === 'choice' || kind === 'choices' || kind === 'document') &&
      raw !== undefined &&
      typeof raw !== 'boolean'
    )
      facts[field.id] = raw;
  }
  return facts;
}
