import type { Happening } from '#recording';
import { type Detector, openEpisode } from './detector.ts';

/** The episode last recorded as open by this device, with the run's time at which it was. */
export type Told = { readonly screen: string; readonly field: string | null; readonly at: number } | null;

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
