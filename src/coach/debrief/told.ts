import { type Field, fieldsOf } from '#engine';
import { filled } from '../advice.ts';
import type { DebriefProps } from '../contract.ts';

/** What of a run its debrief is told from. */
export type Told = Pick<DebriefProps, 'scenario' | 'persona' | 'events' | 'view' | 'today'>;

export function fieldAt(scenario: Told['scenario'], screen: string, id: string): Field | undefined {
  const found = scenario.screens[screen];
  return found && fieldsOf(found).find((field) => field.id === id);
}

/** A field's label as it was read, the cell of a grid named: « , Amina, salaires, septembre 2026 ». */
export function labelOf(field: Field, cell: string | undefined, told: Told): string {
  const { persona, today, view } = told;
  return filled(field.label, { persona, today, view }) + cellLabel(field, cell, told);
}

function cellLabel(field: Field, cell: string | undefined, { persona, today, view }: Told): string {
  if (field.input !== 'grid' || cell === undefined) return '';
  const [person, kind, month] = cell.split('.');
  const name = persona.people.find(({ id }) => id === person)?.firstName ?? '';
  // A grid of one kind has said it in its own label.
  const label = field.kinds.length > 1 ? `, ${field.kinds.find(({ id }) => id === kind)?.label ?? ''}` : '';
  return filled(`, ${name}${label}, {mois:${month}}`, { persona, today, view });
}
