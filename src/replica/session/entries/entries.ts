import { type Field, fieldsOf, type RawEntry } from '#engine';
import type { DeskStep } from '#recording';
import { type Common, screenOf } from '../common.ts';
import type { Idle } from '../idle.ts';
import type { SessionState } from '../state.ts';
import { Boxes, isBlank } from './boxes.ts';
import { type LooksReal, looksReal } from './guard.ts';

/** What the learner types, on its way from the inputs to the run: the guard on real data stands in between. */
export interface Entries {
  readonly boxes: Boxes;
  /** Whether the screen that is shown has this field. */
  has(field: string): boolean;
  enter(field: string, raw: RawEntry, cell?: string): void;
  /** Whether a text looks like a real identifier: the field is emptied then, and says why. */
  refuses(field: string, text: string, cell?: string): boolean;
  /** Something was in an input before the run knew it. */
  adopt(field: string, cell: string | undefined, raw: RawEntry | undefined): void;
  leave(field: string, cell?: string): void;
  /** What the hand did in a field. */
  note(
    type: Extract<DeskStep['type'], 'FieldEntered' | 'TypingStarted' | 'FieldErased' | 'OptionChanged'>,
    field: string,
  ): void;
}

export function createEntries({ store, record }: Common, touch: Idle['touch'], guard: LooksReal = looksReal): Entries {
  const boxes = new Boxes();
  const gathered = gatherOnce();

  const fieldOf = (id: string): Field | undefined => {
    const screen = store.getState().run?.view.screen;
    return screen ? fieldsOf(screen).find((field) => field.id === id) : undefined;
  };
  const has = (field: string) => fieldOf(field) !== undefined;

  const refuses: Entries['refuses'] = (field, text, cell) => {
    const state = store.getState();
    const asked = fieldOf(field);
    const real = asked ? guard(text, { own: gathered(state), digits: digitsOf(asked) }) : null;
    if (!real) return false;
    boxes.empty(field);
    state.run?.enter(field, '', cell);
    record({ type: 'RealDataRefused', screen: screenOf(state), field, looksLike: real });
    store.setState({ refused: { field, looksLike: real } });
    return true;
  };

  const enter: Entries['enter'] = (field, raw, cell) => {
    touch();
    const { run, refused } = store.getState();
    if (!run || !has(field) || (typeof raw === 'string' && refuses(field, raw, cell))) return;
    boxes.typed(field, cell, raw);
    if (refused?.field === field && raw !== '') store.setState({ refused: null });
    run.enter(field, raw, cell);
  };

  return {
    boxes,
    has,
    enter,
    refuses,
    adopt(field, cell, raw) {
      if (raw !== undefined && !isBlank(raw)) enter(field, raw, cell);
    },
    leave(field, cell) {
      if (has(field)) store.getState().run?.commit(field, cell);
    },
    note(type, field) {
      if (has(field)) record({ type, screen: screenOf(store.getState()), field });
    },
  };
}

type Owned = Pick<SessionState, 'persona' | 'messages'>;

/** Asked at each key: gathered once for the same papers and messages. */
function gatherOnce(): (owned: Owned) => readonly string[] {
  let of: Owned | undefined;
  let values: readonly string[] = [];
  return ({ persona, messages }) => {
    if (of?.persona !== persona || of.messages !== messages) {
      of = { persona, messages };
      values = ownValues(of);
    }
    return values;
  };
}

/** What stands on the persona's papers and in the messages received: it is made to be copied. */
function ownValues({ persona, messages }: Owned): readonly string[] {
  const items = [...(persona?.papers ?? []), ...messages].flatMap((each) => Object.values(each.items));
  return [
    ...items.flatMap(({ value, shown }) => (shown === undefined ? [value] : [value, shown])),
    persona?.phone,
    persona?.email,
    ...messages.map(({ address }) => address),
  ].filter((each) => typeof each === 'string');
}

/** The digits that a field asks for; 0 when it does not say. */
const digitsOf = (field: Field): number => ('digits' in field && field.digits) || (field.input === 'nir' ? 13 : 0);
