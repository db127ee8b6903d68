import { fieldsOf, type Persona, type RawEntry } from '#engine';
import type { DeskStep } from '#recording';
import { type Common, screenOf } from '../common.ts';
import type { Idle } from '../idle.ts';
import { Boxes, isBlank } from './boxes.ts';
import { type LooksReal, looksReal } from './guard.ts';

/** What the learner types, on its way from the inputs to the run: the guard on real data stands in between. */
export interface Entries {
  readonly boxes: Boxes;
  /** Whether the screen that is shown has this field. */
  has(field: string): boolean;
  enter(field: string, raw: RawEntry, cell?: string): void;
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

  const has = (field: string) => {
    const screen = store.getState().run?.view.screen;
    return screen ? fieldsOf(screen).some(({ id }) => id === field) : false;
  };

  const enter: Entries['enter'] = (field, raw, cell) => {
    touch();
    const state = store.getState();
    const { run, persona, refused } = state;
    if (!run || !has(field)) return;
    const real = typeof raw === 'string' && !isOwn(raw, persona) ? guard(raw) : null;
    if (real) {
      boxes.empty(field);
      run.enter(field, '', cell);
      record({ type: 'RealDataRefused', screen: screenOf(state), field, looksLike: real });
      store.setState({ refused: { field, looksLike: real } });
      return;
    }
    boxes.typed(field, cell, raw);
    if (refused?.field === field && raw !== '') store.setState({ refused: null });
    run.enter(field, raw, cell);
  };

  return {
    boxes,
    has,
    enter,
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

/** Whether a number stands on one of the persona's papers: those are made to be copied. */
function isOwn(raw: string, persona: Persona | null): boolean {
  const compact = (text: unknown) => String(text).replace(/\s/g, '');
  return (persona?.papers ?? []).some((paper) =>
    Object.values(paper.items).some(
      ({ value, shown }) => compact(value) === compact(raw) || compact(shown) === compact(raw),
    ),
  );
}
