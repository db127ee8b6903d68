import type { Scenario } from '#engine';
import type { Cast, Rehearsal } from '../../browser/rehearsal.ts';
import { shownFields } from './asked.ts';

/** A run rehearsed without a browser. */
export interface Known {
  readonly cast: Cast;
  readonly rehearsal: Rehearsal;
}

/**
 * The last arrival, at this moment of a run or before it, on a screen that takes typing: from there to here one page holds
 * what was typed. Null: there was none, or the page was opened anew since.
 */
export function typedFrom({ screens }: Scenario, { acts, moments }: Rehearsal, index: number): number | null {
  for (let at = index; at >= 0; at -= 1) {
    const moment = moments[at];
    const screen = moment && screens[moment.at];
    const isOpened = acts[at - 1]?.do === 'world';
    const hasCome = isOpened || moment?.at !== moments[at - 1]?.at;
    if (screen && hasCome && shownFields(screen, moment.kept.reference.facts).length > 0) return at;
    if (isOpened) return null;
  }
  return null;
}

/** Whether a run meets a screen in a page where something was typed. */
export const meets = (scenario: Scenario, { rehearsal }: Known, screen: string): boolean =>
  rehearsal.moments.some(({ at }, index) => at === screen && typedFrom(scenario, rehearsal, index) !== null);
