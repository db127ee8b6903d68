import {
  type Action,
  type AnswerSource,
  type Coaching,
  type Field,
  fieldsOf,
  fillTemplate,
  type NextStep,
  type Persona,
  paperFor,
  type RunView,
  type Scenario,
} from '#engine';
import { coachWords as words } from '#i18n';
import type { Point } from './contract.ts';

/** What the coach reads to fill and place its sentences. */
export interface Scenery {
  readonly view: RunView;
  readonly persona: Persona;
  readonly today: string;
  readonly scenario?: Scenario | undefined;
}

/** All that can be said about one spot of the screen, from « where » to « how ». */
export interface Advice {
  /** "screen/field", "screen/field/cell" or "screen!action". */
  readonly spot: string;
  readonly field: string | null;
  readonly label: string;
  /** What to do, in plain words. */
  readonly ask: string;
  readonly why: string | null;
  /** An example from another household. */
  readonly how: string;
  readonly point: Point;
  /** Where to read it: a paper, or the pane of a message. */
  readonly source: { readonly title: string | null; readonly open: string; readonly point: Point } | null;
}

/** Advice for the next right thing to do; null when there is nothing to do here but read. */
export function adviceFor(next: NextStep, scenery: Scenery): Advice | null {
  if (next.do === 'fill') return fieldAdvice(next.field, next.cell, scenery);
  if (next.do === 'press') return actionAdvice(next.action, scenery);
  return null;
}

/** Advice for one field, or one cell of a grid. */
export function fieldAdvice(field: Field, cell: string | undefined, scenery: Scenery): Advice {
  const label = filled(field.label, scenery);
  return {
    spot: `${scenery.view.screen?.id}/${field.id}${cell === undefined ? '' : `/${cell}`}`,
    field: field.id,
    label,
    ask: field.coach.ask ? filled(field.coach.ask, scenery) : usualAsk(field, label),
    why: field.coach.why ? filled(field.coach.why, scenery) : null,
    how: field.coach.how ? filled(field.coach.how, scenery) : words.how[field.input],
    point: { kind: 'field', id: field.id, ...(cell === undefined ? {} : { item: cell }) },
    source: sourceOf(field.coach, answerOf(field, cell), monthOf(cell), scenery),
  };
}

export function actionAdvice(action: Action, scenery: Scenery): Advice {
  const coach = action.coach ?? {};
  const label = filled(action.label, scenery);
  return {
    spot: `${scenery.view.screen?.id}!${action.id}`,
    field: null,
    label,
    ask: coach.ask ? filled(coach.ask, scenery) : words.press(label),
    why: coach.why ? filled(coach.why, scenery) : null,
    how: coach.how ? filled(coach.how, scenery) : words.how.button,
    point: { kind: 'action', id: action.id },
    source: sourceOf(coach, undefined, undefined, scenery),
  };
}

/** Fills a text of the scenario for this household and day. */
export function filled(text: string, { persona, today, view }: Pick<Scenery, 'persona' | 'today' | 'view'>): string {
  return fillTemplate(text, { people: persona.people, papers: persona.papers, today, data: view.data });
}

/** Every field of the present screen. */
export function fieldsShown(view: RunView): readonly Field[] {
  return view.screen ? fieldsOf(view.screen) : [];
}

/** Where the right answer of a field, or of a cell of its grid, comes from. */
export function answerOf(field: Field, cell?: string): AnswerSource | undefined {
  if (field.input !== 'grid') return field.answer;
  if (cell === undefined) return Object.values(field.cells)[0];
  return field.cells[cell] ?? field.cells[cell.split('.').slice(0, 2).join('.')];
}

/** Month of a grid's cell: "amina.salaires.-2" is -2. */
export function monthOf(cell: string | undefined): number | undefined {
  const month = Number(cell?.split('.').at(-1));
  return cell === undefined || Number.isNaN(month) ? undefined : month;
}

function usualAsk(field: Field, label: string): string {
  if (field.input === 'tick') return words.tick(label);
  return field.input === 'choice' || field.input === 'choices' || field.input === 'yes-no'
    ? words.choose(label)
    : words.fill(label);
}

/** The author's `look`, else the paper or message that the answer stands on. */
function sourceOf(
  coach: Coaching,
  answer: AnswerSource | undefined,
  month: number | undefined,
  { persona, scenario }: Scenery,
): Advice['source'] {
  const look = coach.look ?? lookFrom(answer);
  if (!look) return null;
  if (look.message !== undefined) {
    const channel = scenario?.messages[look.message]?.channel ?? 'mail';
    const pane = channel === 'sms' ? 'phone' : channel === 'letter' ? 'letters' : 'mail';
    return { title: null, open: words.openPane[pane], point: { kind: 'pane', id: pane } };
  }
  const paper = look.paper === undefined ? undefined : paperFor(look.paper, look.month ?? month, persona);
  if (!paper) return null;
  return {
    title: paper.title,
    open: words.openPaper(paper.title),
    point: { kind: 'paper', id: paper.id, ...(look.item === undefined ? {} : { item: look.item }) },
  };
}

function lookFrom(answer: AnswerSource | undefined): Coaching['look'] {
  if (!answer) return undefined;
  if ('sum' in answer) return lookFrom(answer.sum[0]);
  if ('paper' in answer) {
    const { paper, item, month } = answer;
    return { paper, item, ...(month === undefined ? {} : { month }) };
  }
  return 'message' in answer ? { message: answer.message, item: answer.item } : undefined;
}
