import {
  type AnswerScope,
  type AnswerSource,
  answerOf,
  cellsOf,
  type Facts,
  type Field,
  holds,
  kindOf,
  rawOf,
  readEntry,
  resolvePersona,
  type Screen,
  sameValue,
  startDay,
} from '#engine';
import { compilePersona } from '../compile/persona.ts';
import { answersOf, pathOf } from '../compile/way.ts';
import { type Fault, fault } from '../faults/fault.ts';
import type { Subject } from './check.ts';
import { fieldsIn } from './parts.ts';

/** On the screens that a persona meets by answering right, every answer leads to a value that its field accepts. */
export function checkAnswers({ assembled, scenario, loaded, contracts, ...subject }: Subject): readonly Fault[] {
  const faults: Fault[] = [];
  const today = startDay(scenario, subject.today);
  for (const [rank, id] of scenario.personas.entries()) {
    const source = loaded.personas.get(id);
    if (!source) continue;
    const compiled = compilePersona(source.data);
    const persona = resolvePersona(compiled, today);
    const scope: AnswerScope = { persona, today, messages: [], templates: scenario.messages };
    // The usual persona may be led anywhere; the others are judged on their own way.
    const met = rank === 0 ? Object.keys(scenario.screens) : pathOf(scenario, compiled, contracts);
    const facts: Facts = Object.assign(
      { persona: id, ...persona.traits },
      ...Object.keys(scenario.screens).map((each) => answersOf(scenario, persona, each)),
    );
    for (const screenId of met) {
      const screen = scenario.screens[screenId];
      const placed = assembled.screens.get(screenId);
      if (!screen || !placed) continue;
      for (const { path, is } of fieldsIn(placed)) {
        const field = fieldOf(screen, is.field);
        if (!field || !holds(field.when, facts)) continue;
        const detail = faultOf(field, scope);
        if (detail !== null)
          faults.push(
            fault('S039', placed.at([...path, field.input === 'grid' ? 'cells' : 'answer']), {
              field: field.id,
              persona: id,
              detail,
            }),
          );
      }
    }
  }
  return faults;
}

function fieldOf(screen: Screen, id: string): Field | undefined {
  const inside = (blocks: Screen['blocks']): Field | undefined => {
    for (const block of blocks) {
      const found =
        block.kind === 'field'
          ? block.id === id
            ? block
            : undefined
          : 'blocks' in block
            ? inside(block.blocks)
            : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return inside(screen.blocks);
}

function faultOf(field: Field, scope: AnswerScope): string | null {
  if (field.input === 'grid') {
    const people = new Set(scope.persona.people.map(({ id }) => id));
    for (const cell of cellsOf(field, scope.persona.people)) {
      const [person = '', kind = ''] = cell.split('.');
      if (!people.has(person) || !(`${person}.${kind}` in field.cells || cell in field.cells)) continue;
      const value = answerOf(field, scope, cell);
      if (value === undefined || value === null) return `la case ${cell} ne trouve rien`;
      if (!reads(field, value)) return `la case ${cell} refuse sa propre réponse`;
    }
    return null;
  }
  const { answer } = field;
  if (!answer || isToCome(answer)) return null;
  const value = answerOf(field, scope);
  if (value === undefined || value === null) return 'elle ne mène à rien';
  if ('options' in field) {
    const ids = field.options.map(({ id }) => id);
    const chosen = [value].flat().map(String);
    const missing = chosen.find((each) => !ids.includes(each));
    if (missing !== undefined) return `« ${missing} » n'est pas un de ses choix`;
    return (field.input === 'choices') === Array.isArray(value) ? null : 'ce n’est pas une liste de choix';
  }
  if (field.input === 'yes-no') return value === 'oui' || value === 'non' ? null : 'il faut oui ou non';
  if (field.input === 'tick') return typeof value === 'boolean' ? null : 'il faut true ou false';
  if (field.input === 'file') {
    const file = scope.persona.documents.find(({ id }) => id === value);
    if (!file) return `le document « ${String(value)} » n'existe pas`;
    if (!field.accept.includes(file.format)) return `son format ${file.format} est refusé par le champ`;
    return file.megabytes > field.maxMegabytes ? 'il est trop lourd pour le champ' : null;
  }
  return reads(field, value) ? null : `le champ refuse « ${typeof value === 'number' ? value / 100 : String(value)} »`;
}

/** Only the run itself will tell: what was typed, or what a message will bring. */
function isToCome(answer: AnswerSource): boolean {
  if ('firstOf' in answer) return answer.firstOf.some(isToCome);
  return 'invented' in answer || 'message' in answer || 'entry' in answer;
}

function reads(field: Field, value: string | number | boolean | readonly string[]): boolean {
  const reading = readEntry(field, rawOf(field, value));
  return reading.state === 'read' && sameValue(kindOf(field), reading.value, value);
}
