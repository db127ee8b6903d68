import { dayOf } from '#engine';
import type { FakeService } from '../../service.ts';
import { type Period, periodOn } from './calendar.ts';

/** What the service knows of this month's update. No hour and no amount: what was typed is only checked. */
export interface UpdateWorld {
  period: Period;
  /** "begun": something is saved, nothing is validated. */
  state: 'to-do' | 'begun' | 'declared';
  declared: { readonly number: string; readonly at: number } | null;
  /** Where the exercise stands in the calendar, when it is not its clock that says. */
  moment: 'before' | 'open' | 'after' | null;
  /** A correction was asked of the adviser. */
  corrected: boolean;
  /** "lost": filed as another sort of paper, where nobody looks for it. */
  slip: 'none' | 'right' | 'doubtful' | 'lost';
}

export const seedUpdate = (today: string): UpdateWorld => ({
  period: periodOn(today),
  state: 'to-do',
  declared: null,
  moment: null,
  corrected: false,
  slip: 'none',
});

/** Where the update stands: what the tile of the personal space shows. */
export function standing(update: UpdateWorld, now: number): 'ok' | 'begun' | 'done' | 'notOpen' | 'closed' {
  const moment = update.moment ?? momentOf(update.period, now);
  if (moment === 'before') return 'notOpen';
  if (update.state === 'declared') return moment === 'after' ? 'notOpen' : 'done';
  if (moment === 'after') return 'closed';
  return update.state === 'begun' ? 'begun' : 'ok';
}

function momentOf({ opens, closes }: Period, now: number): 'before' | 'open' | 'after' {
  const today = dayOf(now);
  if (today < opens) return 'before';
  return today <= closes ? 'open' : 'after';
}

type Presets = FakeService<{ update: UpdateWorld }>['presets'];

const preset =
  (change: Partial<UpdateWorld>): Presets[string] =>
  ({ update }, { now }) => {
    const declared = change.state === 'declared' ? { number: 'ACT-000000', at: now } : null;
    Object.assign(update, { state: 'to-do', moment: 'open', corrected: false, declared }, change);
  };

export const updatePresets: Presets = {
  'update-to-do': preset({}),
  'update-begun': preset({ state: 'begun' }),
  'update-done': preset({ state: 'declared' }),
  'update-not-open': preset({ moment: 'before' }),
  'update-closed': preset({ moment: 'after' }),
};
