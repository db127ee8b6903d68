import {
  answerOf,
  cellsOf,
  type Field,
  fieldsOf,
  kindOf,
  type Persona,
  type RawEntry,
  type RunReference,
  type RunView,
  rawOf,
  readEntry,
  type Scenario,
  showValue,
} from '#engine';
import { replicaTexts as t } from '#i18n';
import { yesNo } from '../../fields/yes-no.ts';

/** Entries of every screen met, by "screen/field" (cells: "screen/field/cell"): memory only, for the summaries. */
export type Memory = Map<string, RawEntry | 'gone'>;
const gone = 'gone';

const fieldAt = (scenario: Scenario, screen: string, id: string): Field | undefined => {
  const found = scenario.screens[screen];
  return found && fieldsOf(found).find((field) => field.id === id);
};

/** After a reload: right answers come back from the persona, choices from their ids; the rest is known to be gone. */
export function remember(reference: RunReference, scenario: Scenario, persona: Persona, today: string): Memory {
  const memory: Memory = new Map();
  const keys = new Set([...Object.keys(reference.entries), ...Object.keys(reference.classes)]);
  for (const key of keys) {
    const [screen = '', id = '', cell] = key.split('/');
    const field = fieldAt(scenario, screen, id);
    const kept = reference.entries[key];
    if (!field) continue;
    if (kept?.as === 'choice')
      memory.set(
        key,
        field.input === 'tick' ? kept.ids.includes('oui') : field.input === 'choices' ? kept.ids : (kept.ids[0] ?? ''),
      );
    else if (kept?.as === 'right' || reference.classes[key]?.class === 'right') {
      const value = answerOf(field, { persona, today, messages: [], templates: scenario.messages }, cell);
      if (value !== undefined) memory.set(key, rawOf(field, value));
      else if (kept) memory.set(key, gone);
    } else if (kept?.as === 'typed') memory.set(key, gone);
  }
  return memory;
}

/** Keeps up with the screen that is shown: what was entered, and what was emptied. */
export function follow(memory: Memory, { screen, entries, phase }: RunView): void {
  if (!screen) return;
  const here = `${screen.id}/`;
  for (const key of memory.keys())
    if (key.startsWith(here) && !(key.slice(here.length) in entries) && phase === 'ready') memory.delete(key);
  for (const [key, raw] of Object.entries(entries)) memory.set(here + key, raw);
}

/** An entry as a summary shows it, or `null` when there is none. A whole grid shows its total. */
export function showEntry(path: string, memory: Memory, scenario: Scenario, persona: Persona): string | null {
  const [screen = '', id = ''] = path.split('/');
  const field = fieldAt(scenario, screen, id);
  if (!field) return null;
  if (field.input === 'grid' && path.split('/').length === 2) {
    const cells = cellsOf(field, persona.people).map((cell) => memory.get(`${path}/${cell}`));
    if (cells.includes(gone)) return t.masked;
    const cents = cells
      .map((raw) => readEntry(field, raw))
      .flatMap((reading) => (reading.state === 'read' ? [Number(reading.value)] : []));
    return cents.length === 0
      ? null
      : showValue(
          'amount',
          cents.reduce((total, each) => total + each, 0),
        );
  }
  const raw = memory.get(path);
  if (raw === gone) return t.masked;
  const reading = readEntry(field, raw);
  if (reading.state === 'empty') return null;
  if (reading.state === 'malformed') return String(raw);
  const labels = (options: readonly { id: string; label: string }[]) =>
    [reading.value]
      .flat()
      .map((each) => options.find((option) => option.id === each)?.label ?? String(each))
      .join(', ');
  if (field.input === 'file') return persona.documents.find((document) => document.id === reading.value)?.title ?? null;
  if (field.input === 'yes-no') return labels(yesNo);
  if ('options' in field) return labels(field.options);
  return showValue(kindOf(field), reading.value) || null;
}
