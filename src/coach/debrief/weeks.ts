import { addDuration, type Consequence, dayOf, type Facts, holds, type MessageTemplate, noonOf } from '#engine';
import { filled } from '../advice.ts';
import type { Told } from './told.ts';

/** What arrives after the run. */
export interface Arrival {
  readonly key: string;
  /** Days after the run ended. */
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

/** ISO day on which the run ended, by its own clock: whoever comes back a week later ends a week after the day it began. */
export function endedOn({ view, today }: Told): string {
  return view.endedAt === null ? today : dayOf(view.endedAt);
}

/** By date. */
export function weeksAfter(told: Told, facts: Facts): readonly Arrival[] {
  const { scenario } = told;
  const start = noonOf(endedOn(told));
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
