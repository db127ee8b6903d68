import { fieldsOf, type Persona, type RawEntry } from '#engine';
import type { DeskStep } from '#recording';
import { type Common, screenOf } from '../common.ts';
import type { Idle } from '../idle.ts';
import type { SessionState } from '../state.ts';
import { Boxes, isBlank } from './boxes.ts';
import { type LooksReal, looksReal } from './guard.ts';

/** What the learner types, on its way from the inputs to the run: the guard on real data stands in between. */
export class Entries {
  readonly boxes = new Boxes();
  readonly #common: Common;
  readonly #idle: Idle;
  readonly #looksReal: LooksReal;

  constructor(common: Common, idle: Idle, guard: LooksReal = looksReal) {
    this.#common = common;
    this.#idle = idle;
    this.#looksReal = guard;
  }

  get #state(): SessionState {
    return this.#common.store.getState();
  }

  /** Whether the present screen has this field. */
  has(field: string): boolean {
    const screen = this.#state.run?.view.screen;
    return screen ? fieldsOf(screen).some(({ id }) => id === field) : false;
  }

  enter(field: string, raw: RawEntry, cell?: string): void {
    this.#idle.touch();
    const { run, persona, refused } = this.#state;
    if (!run || !this.has(field)) return;
    const real = typeof raw === 'string' && !isOwn(raw, persona) ? this.#looksReal(raw) : null;
    if (real) {
      this.boxes.empty(field);
      run.enter(field, '', cell);
      this.#common.record({ type: 'RealDataRefused', screen: screenOf(this.#state), field, looksLike: real });
      this.#common.store.setState({ refused: { field, looksLike: real } });
      return;
    }
    this.boxes.typed(field, cell, raw);
    if (refused?.field === field && raw !== '') this.#common.store.setState({ refused: null });
    run.enter(field, raw, cell);
  }

  /** Something was in an input before the run knew it. */
  adopt(field: string, cell: string | undefined, raw: RawEntry | undefined): void {
    if (raw !== undefined && !isBlank(raw)) this.enter(field, raw, cell);
  }

  /** The same, for every input of the screen. */
  adoptAll(): void {
    for (const { field, cell, box } of this.boxes.all()) this.adopt(field, cell, box.read());
  }

  leave(field: string, cell?: string): void {
    if (this.has(field)) this.#state.run?.commit(field, cell);
  }

  /** What the hand did in a field of the present screen. */
  note(
    type: Extract<DeskStep['type'], 'FieldEntered' | 'TypingStarted' | 'FieldErased' | 'OptionChanged'>,
    field: string,
  ): void {
    if (this.has(field)) this.#common.record({ type, screen: screenOf(this.#state), field });
  }
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
