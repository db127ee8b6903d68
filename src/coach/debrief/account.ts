import type { Ending, Facts, SilentError } from '#engine';
import type { HelpLevel, RunEvent } from '#recording';
import { explain, type Silent } from './silent.ts';
import { guidance, type Helped, neededHelp, wentWell } from './stories.ts';
import type { Told } from './told.ts';
import { type Arrival, endedOn, weeksAfter } from './weeks.ts';

/** What a run was, in words and dates: everything that the debrief shows, without React. */
export interface Account {
  readonly ending: Ending | null;
  readonly level: HelpLevel;
  /** Screen where the run stopped. */
  readonly lastScreen: string;
  /** Why the learner left has been asked already. */
  readonly leaveAsked: boolean;
  readonly well: readonly string[];
  readonly guided: string | null;
  readonly helped: readonly Helped[];
  readonly silent: readonly Silent[];
  /** ISO day on which it ended. */
  readonly endedOn: string;
  readonly weeks: readonly Arrival[];
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
    endedOn: endedOn(told),
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
