import {
  type AnswerSource,
  cellOf,
  cellsOf,
  type Field,
  type PersonaSource,
  type RawEntry,
  readEntry,
  type Scenario,
  type ServiceContract,
  type Value,
  wayOf,
} from '#engine';
import { pathOf, stopsOf } from '../compile/way.ts';
import { Driver } from '../play/driver.ts';
import { shownFields } from '../play/entries.ts';
import type { StartFake } from '../play/fake.ts';
import { inventedPassword } from '../play/passing-entry.ts';
import { type Desk, find } from './candidates.ts';

export interface SolveSetting {
  readonly scenario: Scenario;
  readonly persona: PersonaSource;
  readonly contracts: Readonly<Record<string, ServiceContract>>;
  readonly today: string;
  readonly start: StartFake;
  /** Papers (or messages) that the solver may not see: "fiche-de-paie", "fiche-de-paie@-2", "code-de-connexion". */
  readonly hidden?: readonly string[];
}

export interface Solution {
  readonly ending: string | null;
  /** Why it could not finish, or which entry was wrong; null when solved. */
  readonly failure: string | null;
  /** Papers and messages that carried a value. */
  readonly filled: number;
}

/**
 * Does the procedure with what the persona owns and receives, and nothing else: it never reads an `answer`, but what it
 * enters must turn out right (DESIGN §13.3). It follows the way that the answers give; values are its own
 * (docs/decisions/018-what-the-solver-proves.md says what that proves, and what not).
 */
export async function solve(setting: SolveSetting): Promise<Solution> {
  const { scenario, persona, today, start, hidden = [] } = setting;
  const driver = new Driver({ scenario, persona, today, start });
  const screens: Record<string, number> = {};
  const invented = new Map<string, RawEntry>();
  let filled = 0;
  const isHidden = (id: string) => hidden.includes(id) || hidden.includes(id.split('@')[0] ?? id);
  try {
    await driver.settled();
    for (let left = 200; left > 0; left -= 1) {
      const { screen, ending, facts, silent } = driver.run.view;
      if (!screen) {
        const [wrong] = silent;
        if (!isExpected(setting, ending)) return { ending, failure: `on arrive à « ${ending} »`, filled };
        return { ending, failure: wrong ? `« ${wrong.screen}/${wrong.field} » est resté faux` : null, filled };
      }
      screens[screen.id] = (screens[screen.id] ?? 0) + 1;
      if ((screens[screen.id] ?? 0) > 4)
        return { ending: null, failure: `on tourne en rond sur « ${screen.id} » : ${driver.said()}`, filled };
      const action = wayOf(screen, facts);
      if (!action) return { ending: null, failure: `« ${screen.id} » n'a pas d'issue`, filled };
      if (action.validates) {
        driver.waitForMessages();
        const copied = new Set<string>();
        const desk: Desk = {
          persona: driver.persona,
          papers: driver.persona.papers.filter(({ id }) => !isHidden(id)),
          messages: driver.arrived().filter(({ template }) => !isHidden(template)),
          scenario,
          today: driver.today,
          invented,
          copied,
        };
        for (const field of shownFields(screen.blocks, facts)) {
          const failure = fill(field, desk, driver, (paper) => copied.add(paper));
          if (failure !== null) return { ending: null, failure, filled };
          if (field.input === 'new-password' && field.asks !== undefined) invented.set(field.asks, inventedPassword);
          filled += 1;
        }
      }
      await driver.press(action.id);
    }
    return { ending: null, failure: 'le chemin est trop long', filled };
  } catch (error) {
    return { ending: null, failure: error instanceof Error ? error.message : String(error), filled };
  } finally {
    driver.stop();
  }
}

/** Success; or, for a persona whom the service refuses for what they are, their own end. */
function isExpected({ scenario, persona, contracts }: SolveSetting, ending: string | null): boolean {
  const meaning = scenario.endings[ending ?? '']?.meaning;
  if (meaning === 'reussi') return true;
  const path = pathOf(scenario, persona, contracts);
  return meaning === 'bloque' && path.length > 0 && persona.id !== scenario.personas[0];
}

function fill(field: Field, desk: Desk, driver: Driver, onCopied: (paper: string) => void): string | null {
  const { run } = driver;
  const slots = field.input === 'grid' ? cellsOf(field, driver.persona.people) : [undefined];
  const isOptional = !field.required && field.input !== 'grid';
  for (const cell of slots) {
    if (isOptional && field.asks === undefined) continue;
    const elsewhere = cell === undefined || field.input !== 'grid' ? [] : amountsElsewhere(field, cell, driver);
    const found = find(field, desk, cell, elsewhere);
    if ('why' in found) {
      if (isOptional) continue;
      return found.why;
    }
    if (found.paper) onCopied(found.paper);
    const raw = field.input === 'new-password' ? inventedPassword : found.raw;
    const before = cell === undefined ? undefined : driver.run.view.entries[`${field.id}/${cell}`];
    if (before !== undefined && before !== '' && raw === '')
      return `rien ne permet de vérifier « ${field.id}/${cell} »`;
    driver.type(field.id, raw, cell);
    const right = run.answer(field.id, cell) !== undefined || field.input === 'new-password';
    if (right && run.assess(field.id, cell).class !== 'right')
      return `« ${field.id}${cell === undefined ? '' : `/${cell}`} » : la valeur trouvée n'est pas la réponse`;
    if (!right && raw !== '' && cell !== undefined) return `« ${field.id}/${cell} » : il n'y avait rien à saisir`;
  }
  return null;
}

/** What stands in the other cells of the same person and month: papers used up. */
function amountsElsewhere(field: Extract<Field, { input: 'grid' }>, cell: string, driver: Driver): readonly Value[] {
  const { person, kind, month } = cellOf(cell);
  return field.kinds
    .filter(({ id }) => id !== kind)
    .flatMap(({ id }) => {
      const reading = readEntry(field, driver.run.view.entries[`${field.id}/${person}.${id}.${month}`]);
      return reading.state === 'read' ? [reading.value] : [];
    });
}

/** Papers and messages that the answers on a persona's way come from: what hiding must make unsolvable. */
export function neededFor(
  scenario: Scenario,
  persona: PersonaSource,
  contracts: SolveSetting['contracts'],
): readonly string[] {
  const people = new Set(persona.people.map(({ id }) => id));
  const sources = stopsOf(scenario, persona, contracts).flatMap(({ screen, facts }) =>
    JSON.stringify(shownFields(scenario.screens[screen]?.blocks ?? [], facts), (key, value: unknown) => {
      if (key === 'coach' || key === 'errors') return undefined;
      if (key === 'firstOf') return untilOwned(value as readonly AnswerSource[], persona);
      if (key !== 'cells') return value;
      return Object.fromEntries(
        Object.entries(value as object).filter(([cell]) => people.has(cell.split('.')[0] ?? '')),
      );
    }),
  );
  const names = sources.flatMap((text) =>
    [...text.matchAll(/"(?:paper|message)":"([^"]+)"/g)].map(([, name = '']) => name),
  );
  return [...new Set(names)].sort();
}

/** Of several sources, those that may be looked at: none after the first that this persona has in hand. */
function untilOwned(sources: readonly AnswerSource[], { papers }: PersonaSource): readonly AnswerSource[] {
  const owned = sources.findIndex(
    (source) =>
      'value' in source ||
      ('paper' in source && papers.some(({ id, items }) => id === source.paper && source.item in items)),
  );
  return owned < 0 ? sources : sources.slice(0, owned + 1);
}
