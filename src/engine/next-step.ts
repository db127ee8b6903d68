import type { Facts } from './condition.ts';
import { holds } from './conditions.ts';
import { slotsOf } from './entries.ts';
import { kindOf } from './entry.ts';
import type { Persona } from './persona.ts';
import type { NextStep, Run } from './run.ts';
import type { Action, Field, Screen } from './scenario/index.ts';
import { fieldsShown } from './session.ts';

/**
 * The next right thing to do on this screen: fill the first entry that is not right, then press the way on. What is typed
 * is left when the way on sends nothing (a link that turns back); a choice may decide where it leads.
 */
export function nextStep(run: Run, persona: Persona): NextStep {
  const { screen, phase, facts } = run.view;
  if (!screen || phase !== 'ready') return { do: 'nothing' };
  const action = wayOf(screen, facts);
  const asked = fieldsShown(screen.blocks, facts).filter(
    (field) => (action?.validates ?? true) || chosen.includes(kindOf(field)),
  );
  for (const field of asked) {
    for (const cell of slotsOf(field, { persona, today: '', messages: [], templates: {} })) {
      if (isDue(run, field, cell)) return { do: 'fill', field, ...(cell === undefined ? {} : { cell }) };
    }
  }
  if (asked.some((field) => isAwaited(run, field))) return { do: 'nothing' };
  return action ? { do: 'press', action } : { do: 'nothing' };
}

const chosen: readonly string[] = ['choice', 'choices', 'tick', 'document'];

/** The way on from a screen. Where it is not shown to this person, it is the main button that is. */
export function wayOf(screen: Screen, facts: Facts): Action | undefined {
  const shown = screen.actions.filter(({ when }) => holds(when, facts));
  const way = shown.find(({ id }) => id === screen.way);
  return way ?? (screen.way === undefined ? undefined : shown.find(({ look }) => look === 'primary'));
}

function isDue(run: Run, field: Field, cell: string | undefined): boolean {
  const { class: found } = run.assess(field.id, cell);
  if (found === 'right') return false;
  const invented = field.answer !== undefined && 'invented' in field.answer;
  if (cell !== undefined || invented) return true;
  if (run.answer(field.id) !== undefined) return true;
  // An answer that is not there yet (a code not arrived): blank is still to fill, even when an author calls it a mistake.
  return field.required && (found === 'empty' || found === 'mistake');
}

/** A required entry whose message has not arrived: what stands there can only be a guess, and sending it would be refused. */
function isAwaited(run: Run, field: Field): boolean {
  const awaits = field.answer !== undefined && 'message' in field.answer;
  return awaits && field.required && run.answer(field.id) === undefined;
}
