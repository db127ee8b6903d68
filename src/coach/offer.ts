/** No second unsolicited help before this time. Milliseconds (reference: refractory period of 30 s). */
export const offerEvery = 30_000;
/** Hands are still for this long before the coach speaks by itself. Milliseconds. */
export const stillFor = 2000;

interface Moment {
  /** When the open stuck episode opened, null when none is open. */
  readonly episode: number | null;
  /** The episode about which help was last offered, and when. */
  readonly lastEpisode: number | null;
  readonly lastOffer: number | null;
  readonly lastKey: number;
  readonly now: number;
}

/** Whether to offer help now: once an episode, at most one every 30 s, never while keys are moving. */
export function mayOffer({ episode, lastEpisode, lastOffer, lastKey, now }: Moment): boolean {
  if (episode === null || episode === lastEpisode) return false;
  if (lastOffer !== null && now - lastOffer < offerEvery) return false;
  return now - lastKey >= stillFor;
}
