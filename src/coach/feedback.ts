import type { EngineStep, Field } from '#engine';
import { coachWords as words } from '#i18n';
import type { HelpLevel } from '#recording';
import { answerOf, fieldsShown, filled, type Scenery } from './advice.ts';
import { manners } from './level.ts';

/** What the coach says of an attempt. `tone` chooses its look; nothing is ever said in red. */
export interface Feedback {
  readonly tone: 'success' | 'info';
  readonly text: string;
}

/**
 * Explains an attempt at this help level, or says nothing (null). A mistake that the scenario knows is explained in
 * its author's words. An entry that is merely not the expected one is compared with the paper only at the levels that
 * guide: elsewhere it may go through, as on the real site, and the debrief tells.
 */
export function feedbackOn(step: EngineStep, level: HelpLevel, corrected: boolean, scenery: Scenery): Feedback | null {
  const manner = manners[level];
  if (!manner.explains) return null;
  if (step.type !== 'EntryCommitted' && step.type !== 'EntryRefused') return null;
  const [id = '', cell] = splitCell(step.field);
  const field = fieldsShown(scenery.view).find((candidate) => candidate.id === id);
  if (!field || scenery.view.screen?.id !== step.screen) return null;
  const label = filled(field.label, scenery);
  if (step.type === 'EntryRefused') return refusal(field, step.rule, label, scenery);
  switch (step.class) {
    case 'right':
      return manner.guides || corrected ? { tone: 'success', text: corrected ? words.corrected : words.right } : null;
    case 'mistake':
      return { tone: 'info', text: mistakeSaid(field, step.mistake, scenery) ?? comparison(field, cell, label) };
    case 'other':
      return manner.compares && wantsAnswer(field) ? { tone: 'info', text: comparison(field, cell, label) } : null;
    case 'empty':
      return manner.compares && field.required ? { tone: 'info', text: words.emptied(label) } : null;
  }
}

/** The author's sentence for a mistake, filled. */
export function mistakeSaid(
  field: Field,
  mistake: string | undefined,
  scenery: Pick<Scenery, 'persona' | 'today' | 'view'>,
): string | null {
  const known = field.coach.mistakes?.find((candidate) => candidate.id === mistake);
  return known ? filled(known.say, scenery) : null;
}

/** "ressources/amina.salaires.-2" is the field "ressources" and its cell. */
export function splitCell(field: string): readonly [string, string | undefined] {
  const at = field.indexOf('/');
  return at < 0 ? [field, undefined] : [field.slice(0, at), field.slice(at + 1)];
}

function refusal(field: Field, rule: 'empty' | 'malformed' | 'rules', label: string, scenery: Scenery): Feedback {
  const foreseen = field.coach.mistakes?.find(
    ({ when }) => when[rule === 'empty' ? 'empty' : 'malformed'] === true && Object.keys(when).length === 1,
  );
  const fits = foreseen && rule !== 'rules';
  return { tone: 'info', text: fits ? filled(foreseen.say, scenery) : words.refused[rule](label) };
}

function comparison(field: Field, cell: string | undefined, label: string): string {
  const answer = answerOf(field, cell);
  return answer && ('paper' in answer || 'sum' in answer) ? words.other(label) : words.otherNoPaper(label);
}

function wantsAnswer(field: Field): boolean {
  return field.answer !== undefined || field.input === 'grid';
}
