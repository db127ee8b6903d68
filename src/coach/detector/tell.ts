import type { Happening, RunEvent } from '#recording';
import { detect } from './detect.ts';
import { advance } from './silence.ts';
import { type Detector, openEpisode } from './state.ts';

/** The episode last recorded as open by this device, with the run's time at which it was. */
export type Told = { readonly screen: string; readonly field: string | null; readonly at: number } | null;

/**
 * Takes an event in as the device does: what is due before it is told first, so that an episode which it ends at once is
 * not lost between two ticks.
 */
export function hearEvent(
  detector: Detector,
  told: Told,
  event: RunEvent,
): { readonly detector: Detector; readonly told: Told; readonly happenings: readonly Happening[] } {
  // Before coming back there was no page to tell anything.
  const due = event.type === 'RunResumed' ? detector : advance(detector, event.at);
  const before = tell(due, told);
  const heard = detect(due, event);
  const after = tell(heard, before.told);
  return { detector: heard, told: after.told, happenings: [...before.happenings, ...after.happenings] };
}

/** What the device has to record so that the stream says what the detector thinks, each thing once. */
export function tell(
  detector: Detector,
  told: Told,
): { readonly told: Told; readonly happenings: readonly Happening[] } {
  const episode = openEpisode(detector);
  const happenings: Happening[] = [];
  let now = told;
  if (now && (!episode || episode.opened > now.at)) {
    happenings.push({ type: 'StuckClosed', screen: now.screen, field: now.field });
    now = null;
  }
  if (episode && !now) {
    const { screen, field, rules } = episode;
    happenings.push({ type: 'StuckOpened', screen, field, rules });
    now = { screen, field, at: detector.at };
  }
  return { told: now, happenings };
}
