import type { StuckRule } from '#recording';
import { type Gap, type Hands, newHands } from './hands.ts';
import { type Bustle, newBustle, opening, type Signal, signalsOf } from './rules.ts';
import { newTrack, type Track } from './tracks.ts';

/**
 * The detector of stuck episodes: a pure reducer over the events of a run and the time. It knows neither scenario nor
 * page, so that it works the same on a device, on a server and on a file. Episodes open at the exact instant when a
 * rule is met, however rarely the clock is read: the same events give the same episodes everywhere.
 */
export interface Detector {
  /** Latest instant known, ms of the run. */
  readonly at: number;
  readonly screen: string | null;
  readonly seen: ReadonlySet<string>;
  /** Field where hands are. */
  readonly field: string | null;
  readonly gap: Gap;
  /** Start of the present silence; null while silence means nothing: page hidden, hand raised, gone. */
  readonly since: number | null;
  readonly hands: Hands;
  readonly tracks: Readonly<Record<string, Track>>;
  readonly bustle: Bustle;
  /** A button pressed whose effect is not known yet. */
  readonly pressed: { readonly answeredAt: number | null } | null;
  /** The next page comes from going back or from a time-out: not progress. */
  readonly retreating: boolean;
  readonly hidden: boolean;
  readonly handRaised: boolean;
  readonly gone: boolean;
  readonly episodes: readonly Episode[];
  /** Episode opened by the device's own derived events: told, never believed. */
  readonly recorded: { readonly at: number; readonly screen: string; readonly field: string | null } | null;
}

export interface Episode {
  readonly screen: string;
  readonly field: string | null;
  readonly rules: readonly StuckRule[];
  readonly opened: number;
  /** null while it lasts. */
  readonly closed: number | null;
}

export type LearnerState = 'progressing' | 'difficulty' | 'stuck' | 'gone';

/** No episode opens within this time of the one before. Milliseconds. */
const refractory = 30_000;

export const newDetector: Detector = {
  at: 0,
  screen: null,
  seen: new Set(),
  field: null,
  gap: 'look',
  since: null,
  hands: newHands,
  tracks: {},
  bustle: newBustle,
  pressed: null,
  retreating: false,
  hidden: false,
  handRaised: false,
  gone: false,
  episodes: [],
  recorded: null,
};

/** The episode open now, if any. */
export function openEpisode({ episodes }: Detector): Episode | null {
  const last = episodes.at(-1);
  return last && last.closed === null ? last : null;
}

export function recordedEpisode({ recorded }: Detector): Detector['recorded'] {
  return recorded;
}

export function stateOf(detector: Detector): LearnerState {
  if (detector.gone) return 'gone';
  if (openEpisode(detector)) return 'stuck';
  const { screen, tracks, bustle } = detector;
  return screen !== null && signalsOf(tracks, screen, bustle).length > 0 ? 'difficulty' : 'progressing';
}

export function onTrack(now: Detector, field: string, change: (track: Track) => Track): Detector {
  const key = `${now.screen}/${field}`;
  return { ...now, tracks: { ...now.tracks, [key]: change(now.tracks[key] ?? newTrack) } };
}

/** Ends the episode that is open, if any. */
export function close(now: Detector): Detector {
  const open = openEpisode(now);
  return open ? { ...now, episodes: [...now.episodes.slice(0, -1), { ...open, closed: now.at }] } : now;
}

/** Opens an episode when the signals suffice and none is open or too recent. */
export function judgeSignals(now: Detector, silence?: Signal): Detector {
  if (now.screen === null || now.gone || openEpisode(now) || now.at < earliest(now)) return now;
  const signals = signalsOf(now.tracks, now.screen, now.bustle);
  const found = opening(silence ? [silence, ...signals] : signals);
  if (found.length === 0) return now;
  const rules = [...new Set(found.map(({ rule }) => rule))];
  const field = found.find((signal) => signal.field !== null)?.field ?? null;
  return { ...now, episodes: [...now.episodes, { screen: now.screen, field, rules, opened: now.at, closed: null }] };
}

/** When the next episode may open. */
export function earliest({ episodes }: Detector): number {
  const last = episodes.at(-1);
  return last ? last.opened + refractory : Number.NEGATIVE_INFINITY;
}
