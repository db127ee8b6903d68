import { type Field, holds, kindOf, paperFor, answerOf as rightValue, type SilentError, showValue } from '#engine';
import { debriefWords as words } from '#i18n';
import { answerOf, filled, monthOf } from '../advice.ts';
import { mistakeSaid } from '../feedback.ts';
import { fieldAt, labelOf, type Told } from './told.ts';

/** A silent error, explained: what was expected, where it is written, what follows. */
export interface Silent {
  readonly key: string;
  readonly label: string;
  readonly said: string | null;
  readonly expected: string;
  readonly where: string | null;
  readonly consequence: string | null;
}

/** Null for a field that this edition no longer has. */
export function explain(error: SilentError, told: Told): Silent | null {
  const { scenario, persona, today, view } = told;
  const field = fieldAt(scenario, error.screen, error.field);
  if (!field) return null;
  const source = answerOf(field, error.cell);
  const value = rightValue(field, { persona, today, messages: [], templates: scenario.messages }, error.cell);
  const paper =
    source && 'paper' in source ? paperFor(source.paper, source.month ?? monthOf(error.cell), persona) : undefined;
  const item = source && 'paper' in source ? paper?.items[source.item] : undefined;
  const follows = scenario.consequences.find(({ when }) => {
    // Because of this error: it would not arrive without it. Another error may bring it too.
    const without = { ...view.facts, ending: view.ending ?? 'abandon' };
    return holds(when, { ...without, [`silent:${error.screen}/${error.field}`]: 'oui' }) && !holds(when, without);
  });
  return {
    key: [error.screen, error.field, error.cell].join('/'),
    label: labelOf(field, error.cell, told),
    said: mistakeSaid(field, error.mistake, { persona, today, view }),
    expected: expectedWords(field, value, source !== undefined, told),
    where: paper && item ? words.where(item.label, paper.title) : null,
    consequence: follows ? filled(follows.say, { persona, today, view }) : null,
  };
}

function expectedWords(
  field: Field,
  value: ReturnType<typeof rightValue>,
  hasSource: boolean,
  { persona, today, view }: Told,
): string {
  if (value === undefined || value === null)
    return hasSource || field.input !== 'grid' ? words.expectedOwn : words.expectedBlank;
  if (field.input === 'password' || field.input === 'new-password') return words.expectedOwn;
  if ('options' in field) {
    const chosen = typeof value === 'object' ? value : [String(value)];
    const labels = chosen.map((id) => field.options.find((option) => option.id === id)?.label ?? id);
    return words.expected(filled(labels.join(', '), { persona, today, view }));
  }
  if (field.input === 'yes-no') return words.expected(value === 'oui' || value === true ? 'Oui' : 'Non');
  if (field.input === 'tick') return words.expected(value === true ? 'cocher' : 'ne pas cocher');
  if (field.input === 'file')
    return words.expected(persona.documents.find(({ id }) => id === value)?.title ?? String(value));
  return words.expected(showValue(kindOf(field), value));
}
