import {
  addDuration,
  type Consequence,
  type Ending,
  type Facts,
  type Field,
  fieldsOf,
  holds,
  kindOf,
  type MessageTemplate,
  noonOf,
  paperFor,
  answerOf as rightValue,
  type SilentError,
  showValue,
} from '#engine';
import { debriefWords as words } from '#i18n';
import type { HelpLevel, RunEvent } from '#recording';
import { answerOf, filled, monthOf } from '../advice.ts';
import type { DebriefProps } from '../contract.ts';
import { mistakeSaid, splitCell } from '../feedback.ts';

// Slightly long: everything that the debrief says, so that the components only draw.

type Told = Pick<DebriefProps, 'scenario' | 'persona' | 'events' | 'view' | 'today'>;

/** What a run was, in words and dates: everything that the debrief shows, without React. */
export interface Account {
  readonly ending: Ending | null;
  readonly level: HelpLevel;
  /** Screen where the run stopped. */
  readonly lastScreen: string;
  /** Why the learner left has been asked already. */
  readonly leaveAsked: boolean;
  readonly well: readonly string[];
  /** How the coach guided, when it did: null when the learner went without. */
  readonly guided: string | null;
  readonly helped: readonly { readonly label: string; readonly how: readonly string[] }[];
  readonly silent: readonly Silent[];
  readonly weeks: readonly Arrival[];
}

/** A silent error, explained: what was expected, where it is written, what follows. */
export interface Silent {
  readonly key: string;
  readonly label: string;
  readonly said: string | null;
  readonly expected: string;
  readonly where: string | null;
  readonly consequence: string | null;
}

/** What arrives after the run. */
export interface Arrival {
  readonly key: string;
  /** Days after today. */
  readonly inDays: number;
  /** Epoch ms, at noon. */
  readonly at: number;
  readonly say: string;
  readonly message: {
    readonly channel: MessageTemplate['channel'];
    readonly from: string;
    readonly subject: string;
    readonly lines: readonly string[];
  } | null;
}

export function accountOf(told: Told): Account {
  const { scenario, events, view } = told;
  const ending = scenario.endings[view.ending ?? 'abandon'] ?? null;
  const isSent = ending !== null && ending.meaning !== 'abandon';
  const silent = isSent ? view.silent : [];
  const facts = factsAtEnd(view.facts, ending?.id ?? 'abandon', silent);
  return {
    ending,
    level: levelOf(events),
    lastScreen: events.findLast((event) => event.type === 'ScreenShown')?.screen ?? scenario.start,
    leaveAsked: events.some(({ type }) => type === 'RunLeft'),
    well: wentWell(told, ending),
    guided: guidance(events),
    helped: neededHelp(told),
    silent: silent.flatMap((error) => explain(error, told) ?? []),
    weeks: weeksAfter(told, facts),
  };
}

function levelOf(events: readonly RunEvent[]): HelpLevel {
  const last = events.findLast((event) => event.type === 'LevelChanged' || event.type === 'RunStarted');
  return last?.level ?? 'guide-moi';
}

function factsAtEnd(facts: Facts, ending: string, silent: readonly SilentError[]): Facts {
  const hidden = silent.map(({ screen, field }) => [`silent:${screen}/${field}`, 'oui'] as const);
  return { ...facts, ending, ...Object.fromEntries(hidden) };
}

/** A field as the run met it: its tries, in order. */
interface Story {
  readonly label: string;
  readonly tries: readonly boolean[];
  readonly hints: number;
  readonly stuck: boolean;
}

function storiesOf(told: Told): ReadonlyMap<string, Story> {
  const { scenario, persona, today, view, events } = told;
  const stories = new Map<string, Story>();
  const add = (screen: string, path: string, change: (story: Story) => Story) => {
    const [id, cell] = splitCell(path);
    const field = fieldAt(scenario, screen, id);
    if (!field) return;
    const key = `${screen}/${path}`;
    const story = stories.get(key) ?? {
      label: filled(field.label, { persona, today, view }) + cellLabel(field, cell, told),
      tries: [],
      hints: 0,
      stuck: false,
    };
    stories.set(key, change(story));
  };
  for (const event of events) {
    if (event.type === 'EntryCommitted')
      add(event.screen, event.field, (story) => ({ ...story, tries: [...story.tries, event.class === 'right'] }));
    if (event.type === 'EntryRefused')
      add(event.screen, event.field, (story) => ({ ...story, tries: [...story.tries, false] }));
    if (event.type === 'HintShown' && event.asked && event.field !== null)
      add(event.screen, event.field, (story) => ({ ...story, hints: story.hints + 1 }));
    if (event.type === 'StuckOpened' && event.field !== null)
      add(event.screen, event.field, (story) => ({ ...story, stuck: true }));
  }
  return stories;
}

function wentWell(told: Told, ending: Ending | null): readonly string[] {
  const stories = [...storiesOf(told).values()];
  const firstTry = stories.filter(({ tries }) => tries.length > 0 && tries.every(Boolean)).length;
  const corrected = stories.filter(({ tries, hints }) => hints === 0 && tries.includes(false) && tries.at(-1) === true);
  const asked = told.events.some((event) => event.type === 'HelpOpened');
  const guided = told.events.some((event) => event.type === 'HintShown');
  const well = [
    ...(ending?.meaning === 'reussi' ? [words.ended] : []),
    ...(firstTry > 0 ? [words.firstTry(firstTry)] : []),
    ...corrected.map(({ label }) => words.correctedAlone(label)),
    ...(asked ? [words.askedHelp] : []),
    ...(!guided && ending?.meaning === 'reussi' ? [words.noHelp] : []),
  ];
  return well.length > 0 ? well : [words.tried];
}

/** Being guided is not an error, but it is not « alone » either. */
function guidance(events: readonly RunEvent[]): string | null {
  const told = events.filter((event) => event.type === 'HintShown' && event.rung === 'what' && !event.asked).length;
  const levels = events.flatMap((event) =>
    event.type === 'RunStarted' || event.type === 'LevelChanged' ? [event.level] : [],
  );
  if (told === 0) return null;
  return levels.every((level) => level === 'guide-moi') ? words.guidedAll : words.guided(told);
}

function neededHelp(told: Told): Account['helped'] {
  return [...storiesOf(told).values()].flatMap(({ label, tries, hints, stuck }) => {
    // Refused once, corrected at once: that is filling in a form, not a need of help.
    const many = tries.filter((right) => !right).length >= 2;
    const how = [
      ...(hints > 0 ? [words.hints(hints)] : []),
      ...(many ? [words.tries(tries.length)] : []),
      ...(stuck ? [words.longStop] : []),
    ];
    return how.length > 0 ? [{ label, how }] : [];
  });
}

function explain(error: SilentError, told: Told): Silent | null {
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
    label: filled(field.label, { persona, today, view }) + cellLabel(field, error.cell, told),
    said: mistakeSaid(field, error.mistake, { persona, today, view }),
    expected: expectedWords(field, value, source !== undefined),
    where: paper && item ? words.where(item.label, paper.title) : null,
    consequence: follows ? filled(follows.say, { persona, today, view }) : null,
  };
}

function expectedWords(field: Field, value: ReturnType<typeof rightValue>, hasSource: boolean): string {
  if (value === undefined || value === null)
    return hasSource || field.input !== 'grid' ? words.expectedOwn : words.expectedBlank;
  if (field.input === 'password' || field.input === 'new-password') return words.expectedOwn;
  if ('options' in field) {
    const chosen = typeof value === 'object' ? value : [String(value)];
    return words.expected(chosen.map((id) => field.options.find((option) => option.id === id)?.label ?? id).join(', '));
  }
  if (field.input === 'yes-no') return words.expected(value === 'oui' || value === true ? 'Oui' : 'Non');
  if (field.input === 'tick') return words.expected(value === true ? 'cocher' : 'ne pas cocher');
  return words.expected(showValue(kindOf(field), value));
}

/** « , Amina, salaires, septembre 2026 » */
function cellLabel(field: Field, cell: string | undefined, { persona, today, view }: Told): string {
  if (field.input !== 'grid' || cell === undefined) return '';
  const [person, kind, month] = cell.split('.');
  const name = persona.people.find(({ id }) => id === person)?.firstName ?? '';
  // A grid of one kind has said it in its own label.
  const label = field.kinds.length > 1 ? `, ${field.kinds.find(({ id }) => id === kind)?.label ?? ''}` : '';
  return filled(`, ${name}${label}, {mois:${month}}`, { persona, today, view });
}

function weeksAfter(told: Told, facts: Facts): readonly Arrival[] {
  const { scenario, today } = told;
  const start = noonOf(today);
  return scenario.consequences
    .filter(({ when }) => holds(when, facts))
    .map((consequence, index) => {
      const at = addDuration(start, consequence.after);
      return {
        key: `${consequence.message}-${index}`,
        at,
        inDays: Math.round((at - start) / 86_400_000),
        ...tellArrival(consequence, told),
      };
    })
    .sort((a, b) => a.at - b.at);
}

function tellArrival(
  consequence: Consequence,
  { scenario, persona, today, view }: Told,
): Pick<Arrival, 'say' | 'message'> {
  const fill = (text: string) => filled(text, { persona, today, view });
  const template = scenario.messages[consequence.message];
  return {
    say: fill(consequence.say),
    message: template
      ? {
          channel: template.channel,
          from: fill(template.from),
          subject: fill(template.subject),
          lines: template.lines.map(fill),
        }
      : null,
  };
}

function fieldAt(scenario: Told['scenario'], screen: string, id: string): Field | undefined {
  const found = scenario.screens[screen];
  return found && fieldsOf(found).find((field) => field.id === id);
}
