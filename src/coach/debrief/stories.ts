import type { Ending } from '#engine';
import { debriefWords as words } from '#i18n';
import type { RunEvent } from '#recording';
import { splitCell } from '../feedback.ts';
import { fieldAt, labelOf, type Told } from './told.ts';

/** A field as the run met it: its tries, in order. */
interface Story {
  readonly label: string;
  readonly tries: readonly boolean[];
  /** The last try was wrong, and the form has not said so yet: a refusal that follows is of that one. */
  readonly unsaid: boolean;
  readonly hints: number;
  readonly stuck: boolean;
}

function storiesOf(told: Told): ReadonlyMap<string, Story> {
  const { scenario, events } = told;
  const stories = new Map<string, Story>();
  const add = (screen: string, path: string, change: (story: Story) => Story) => {
    const [id, cell] = splitCell(path);
    const field = fieldAt(scenario, screen, id);
    if (!field) return;
    const key = `${screen}/${path}`;
    const story = stories.get(key) ?? {
      label: labelOf(field, cell, told),
      tries: [],
      unsaid: false,
      hints: 0,
      stuck: false,
    };
    stories.set(key, change(story));
  };
  for (const event of events) {
    if (event.type === 'EntryCommitted') {
      const right = event.class === 'right';
      add(event.screen, event.field, (story) => ({ ...story, tries: [...story.tries, right], unsaid: !right }));
    }
    if (event.type === 'EntryRefused')
      add(event.screen, event.field, (story) => ({
        ...story,
        tries: story.unsaid ? story.tries : [...story.tries, false],
        unsaid: false,
      }));
    if (event.type === 'HintShown' && event.asked && event.field !== null)
      add(event.screen, event.field, (story) => ({ ...story, hints: story.hints + 1 }));
    if (event.type === 'StuckOpened' && event.field !== null)
      add(event.screen, event.field, (story) => ({ ...story, stuck: true }));
  }
  return stories;
}

/** Everything that can be said well of the run: never nothing. */
export function wentWell(told: Told, ending: Ending | null): readonly string[] {
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

/** How the coach guided: not an error, but not « alone » either. Null when the learner went without. */
export function guidance(events: readonly RunEvent[]): string | null {
  const told = events.filter((event) => event.type === 'HintShown' && event.rung === 'what' && !event.asked).length;
  const levels = events.flatMap((event) =>
    event.type === 'RunStarted' || event.type === 'LevelChanged' ? [event.level] : [],
  );
  if (told === 0) return null;
  return levels.every((level) => level === 'guide-moi') ? words.guidedAll : words.guided(told);
}

/** A field that needed help, and how that showed. */
export interface Helped {
  readonly label: string;
  readonly how: readonly string[];
}

export function neededHelp(told: Told): readonly Helped[] {
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
