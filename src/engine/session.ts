import type { Facts } from './condition.ts';
import { holds } from './conditions.ts';
import { type EntryBook, entryKey, slotsOf } from './entries.ts';
import { kindOf, passwordRulesMet, rawOf, readEntry } from './entry.ts';
import { fieldsOf } from './machine.ts';
import type { AnswerScope } from './resolve.ts';
import type { Assessment, RunView } from './run.ts';
import type { Block, Call, Field, Scenario, Screen } from './scenario/index.ts';
import type { EngineStep } from './step.ts';
import type { RawEntry, Value } from './values.ts';

/** What the parts of a run share. Internal to the engine. */
export interface Session {
  readonly scenario: Scenario;
  readonly book: EntryBook;
  readonly scope: () => AnswerScope;
  /** Fills a text for this persona, this day and the data brought so far. */
  readonly words: (text: string) => string;
  readonly onStep: (step: EngineStep) => void;
}

/** Sentences of the engine, used when the service of the scenario has none of its own. */
export const sentences = {
  empty: 'Ce champ est à remplir.',
  malformed: 'Le format n’est pas bon.',
  rules: 'Le mot de passe ne respecte pas toutes les règles.',
  noAnswer: 'Le site n’a pas répondu. Réessayez.',
};

/** The field of a screen, by ids. */
export function fieldAt(scenario: Scenario, screen: string, id: string): Field | undefined {
  const found = scenario.screens[screen];
  return found && fieldsOf(found).find((field) => field.id === id);
}

/** What was typed in a field, by "screen/field". */
export function enteredAt(scenario: Scenario, book: EntryBook, path: string): Value | undefined {
  const [screen = '', id = ''] = path.split('/');
  const field = fieldAt(scenario, screen, id);
  const reading = field && readEntry(field, book.get(path));
  return reading?.state === 'read' ? reading.value : undefined;
}

/** Visible fields among blocks, in order. */
export function fieldsShown(blocks: readonly Block[], facts: Facts): readonly Field[] {
  return blocks.flatMap((block) => {
    if (!holds(block.when, facts)) return [];
    if (block.kind === 'field') return [block];
    return 'blocks' in block ? fieldsShown(block.blocks, facts) : [];
  });
}

/**
 * The input of an operation: normal values of the screen's fields; what cannot be read goes as it is. A field that is no
 * longer shown gives nothing, whatever was typed in it before.
 */
export function inputOf(session: Session, screen: Screen, call: Call, facts: Facts): Readonly<Record<string, unknown>> {
  const byId = new Map(fieldsOf(screen).map((field) => [field.id, field]));
  const shown = new Set(fieldsShown(screen.blocks, facts));
  return Object.fromEntries(
    Object.entries(call.with).flatMap(([name, id]) => {
      const field = byId.get(id);
      return field ? [[name, valueFor(session, screen, field, shown.has(field))]] : [];
    }),
  );
}

function valueFor(
  { book, scope }: Session,
  screen: Screen,
  field: Field,
  isShown: boolean,
): Value | Record<string, Value> {
  const value = (cell?: string): Value => {
    if (!isShown) return null;
    const raw = book.get(entryKey(screen.id, field.id, cell));
    const reading = readEntry(field, raw);
    if (reading.state === 'read') return reading.value;
    return reading.state === 'malformed' ? String(raw) : null;
  };
  if (field.input !== 'grid') return kindOf(field) === 'tick' ? value() === true : value();
  return Object.fromEntries(slotsOf(field, scope()).map((cell) => [cell ?? '', value(cell)]));
}

/** Fills the fields of a screen that the service knows already. */
export function prefill({ book }: Session, screen: Screen, data: RunView['data']): void {
  for (const field of fieldsOf(screen)) {
    const [operation = '', name = ''] = field.prefill?.split('/') ?? [];
    const found = data[operation]?.[name];
    if (found === undefined || found === null) continue;
    if (field.input !== 'grid') book.prefill(entryKey(screen.id, field.id), rawOf(field, found as Value));
    else {
      for (const [cell, cents] of Object.entries(found as Record<string, Value>)) {
        book.prefill(entryKey(screen.id, field.id, cell), rawOf(field, cents));
      }
    }
  }
}

/** Judges an entry; says it to the stream when its value is new (and, on sending, when it is not already right). */
export function tell(
  session: Session,
  screen: Screen,
  field: Field,
  cell: string | undefined,
  left: boolean,
): Assessment {
  const key = entryKey(screen.id, field.id, cell);
  const untouched = session.book.untouched(key);
  const found = session.book.judge(key, field, session.scope(), cell);
  const quiet = untouched && (left || found.class === 'right' || (found.class === 'empty' && !field.required));
  const ordinal = quiet ? null : session.book.newOrdinal(key);
  if (ordinal !== null) {
    session.onStep({
      type: 'EntryCommitted',
      screen: screen.id,
      field: cell === undefined ? field.id : `${field.id}/${cell}`,
      class: found.class,
      ...(found.mistake === undefined ? {} : { mistake: found.mistake }),
      ordinal,
    });
  }
  return filled(session, found);
}

/** An assessment with its sentence filled. */
export function filled(session: Session, found: Assessment): Assessment {
  return found.say === undefined ? found : { ...found, say: session.words(found.say) };
}

/** Judges every visible entry of the screen, says the new ones, and returns the sentences of those refused, by field. */
export function validate(session: Session, screen: Screen, facts: Facts): Readonly<Record<string, string>> {
  const refused: Record<string, string> = {};
  const refuse = (slot: string, field: Field, rule: 'empty' | 'malformed' | 'rules', own: string | undefined) => {
    refused[slot] = session.words(own ?? sentences[rule]);
    session.onStep({ type: 'EntryRefused', screen: screen.id, field: field.id, rule });
  };
  for (const field of fieldsShown(screen.blocks, facts)) {
    const slots = slotsOf(field, session.scope());
    for (const cell of slots) tell(session, screen, field, cell, false);
    const raws = slots.map((cell) => ({ cell, raw: session.book.get(entryKey(screen.id, field.id, cell)) }));
    for (const { cell, raw } of raws) {
      if (readEntry(field, raw).state !== 'malformed') continue;
      refuse(cell === undefined ? field.id : `${field.id}/${cell}`, field, 'malformed', field.errors?.malformed);
    }
    if (field.required && raws.every(({ raw }) => readEntry(field, raw).state === 'empty')) {
      refuse(field.id, field, 'empty', field.errors?.empty);
    } else if (breaksRules(field, raws[0]?.raw)) refuse(field.id, field, 'rules', field.errors?.malformed);
  }
  return refused;
}

function breaksRules(field: Field, raw: RawEntry | undefined): boolean {
  return (
    field.input === 'new-password' &&
    typeof raw === 'string' &&
    raw !== '' &&
    passwordRulesMet(field.rules, raw).includes(false)
  );
}

/**
 * The screen to which a restored run must go back, because what was typed there is gone and is still needed: on that very
 * screen, or repeated by a later page. None once the procedure has been filed.
 */
export function screenToAskAgain(
  scenario: Scenario,
  trail: readonly string[],
  present: string | null,
  gone: readonly string[],
): string | undefined {
  if (trail.some((id) => scenario.screens[id]?.receipt)) return undefined;
  const quoted = JSON.stringify(Object.values(scenario.screens).map(({ blocks }) => blocks));
  const needed = (key: string) => quoted.includes(`"entry":"${key.split('/').slice(0, 2).join('/')}"`);
  return trail.find((id) => gone.some((key) => key.startsWith(`${id}/`) && (id === present || needed(key))));
}
