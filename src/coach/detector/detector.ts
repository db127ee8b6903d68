import type { RunEvent, StuckRule } from '#recording';
import { type Gap, type Hands, longSilence, newHands, sample } from './hands.ts';
import { type Bustle, newBustle, opening, type Signal, signalsOf } from './rules.ts';
import { committed, failed, helped, newTrack, oneGesture, type Track } from './tracks.ts';

// Longer than most: the state and every way in which an event or the time changes it, to be read together.

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
/** Silence after which the person is held to be gone. Milliseconds. */
const goneAfter = 600_000;
/** Time in which a page answers a press, once the service has answered. Milliseconds. */
const settling = 500;

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

/** Lets time pass until `to` (a tick): what silence brings is dated at the instant when it is due. */
export function advance(detector: Detector, to: number): Detector {
  let now = detector;
  for (let due = nextDue(now); due && due.at <= to; due = nextDue(now))
    now = due.then({ ...now, at: Math.max(now.at, due.at) });
  return to > now.at ? { ...now, at: to } : now;
}

/** Takes one event in. Derived events tell only the time. */
export function detect(before: Detector, event: RunEvent): Detector {
  // Between closing the page and coming back there was nobody: that time is not a silence.
  const start = event.type === 'RunResumed' ? { ...before, since: null, pressed: null } : before;
  const now = advance(start, Math.max(event.at, before.at));
  if (event.type === 'StuckOpened')
    return { ...now, recorded: { at: now.at, screen: event.screen, field: event.field } };
  if (event.type === 'StuckClosed') return { ...now, recorded: null };
  if (isSign(event)) return react(reviveHands(settlePress(now, event), event), event);
  return event.type === 'ClockJumped' ? { ...now, since: now.since === null ? null : now.at } : react(now, event);
}

/** Acts that end a silence. What the machine does by itself does not. */
const signs: ReadonlySet<RunEvent['type']> = new Set([
  'RunStarted',
  'RunResumed',
  'ScreenShown',
  'EntryCommitted',
  'EntryRefused',
  'ActionTaken',
  'OperationAnswered',
  'WentBack',
  'PaneOpened',
  'PaperOpened',
  'MessageOpened',
  'FieldEntered',
  'TypingStarted',
  'FieldErased',
  'OptionChanged',
  'InertClicked',
  'PageShown',
  'RealDataRefused',
  'HelpOpened',
  'HelpClosed',
  'HandLowered',
  'LevelChanged',
  'OpinionGiven',
] satisfies readonly RunEvent['type'][]);

function isSign(event: RunEvent): boolean {
  return event.type === 'HintShown' ? event.asked : signs.has(event.type);
}

/** Gap that begins with each act. */
const gapAfter: Partial<Record<RunEvent['type'], Gap>> = {
  RunStarted: 'look',
  RunResumed: 'look',
  ScreenShown: 'look',
  PageShown: 'look',
  TypingStarted: 'type',
  PaperOpened: 'read',
  MessageOpened: 'read',
  PaneOpened: 'read',
  HelpOpened: 'read',
  HintShown: 'read',
};

function reviveHands(now: Detector, event: RunEvent): Detector {
  const ended = now.since === null || openEpisode(now) ? null : now.at - now.since;
  // A page that answers is not the person's own gap.
  const own = event.type !== 'ScreenShown' && event.type !== 'OperationAnswered' && event.type !== 'PageShown';
  return {
    ...now,
    gone: false,
    hands: ended !== null && own && ended > 0 ? sample(now.hands, now.gap, ended) : now.hands,
    gap: gapAfter[event.type] ?? (event.type === 'OperationAnswered' ? now.gap : 'think'),
    since: now.hidden || now.handRaised ? null : now.at,
  };
}

/** A press is known to have led nowhere when the person goes on acting on the same page. */
function settlePress(now: Detector, event: RunEvent): Detector {
  if (!now.pressed || event.type === 'ScreenShown' || event.type === 'OperationAnswered') return now;
  if (now.pressed.answeredAt === null && event.type !== 'ActionTaken') return now;
  return vainPress({ ...now, pressed: null });
}

function vainPress(now: Detector): Detector {
  const { bustle } = now;
  if (now.at - bustle.lastSend < oneGesture) return now;
  const same = bustle.sends > 0 && !bustle.edited;
  return judgeSignals({
    ...now,
    bustle: {
      ...bustle,
      sends: bustle.sends + 1,
      sameSends: bustle.sameSends + (same ? 1 : 0),
      lastSend: now.at,
      edited: false,
    },
  });
}

function react(now: Detector, event: RunEvent): Detector {
  switch (event.type) {
    case 'ScreenShown':
      return arrive(now, event.screen);
    case 'FieldEntered':
      return { ...now, field: event.field };
    case 'EntryCommitted': {
      const next = onTrack(now, event.field, (track) =>
        committed(track, event.class, event.mistake, event.ordinal, now.at),
      );
      const edited = { ...next, bustle: { ...next.bustle, edited: true } };
      return event.class === 'right' ? progress(edited, event.field) : judgeSignals(edited);
    }
    case 'EntryRefused':
      return vainPress(onTrack(now, event.field, (track) => failed(track, 'refusal', `refused:${event.rule}`, now.at)));
    case 'FieldErased':
      return judgeSignals(onTrack(now, event.field, (track) => ({ ...track, erasures: track.erasures + 1 })));
    case 'OptionChanged':
      return judgeSignals(onTrack(now, event.field, (track) => ({ ...track, optionChanges: track.optionChanges + 1 })));
    case 'InertClicked':
      return inertClick(now, event.target);
    case 'ActionTaken':
      return { ...now, pressed: { answeredAt: null } };
    case 'OperationAnswered':
      return now.pressed ? { ...now, pressed: { answeredAt: now.at } } : now;
    case 'WentBack':
    case 'TimedOut':
      return { ...now, retreating: true };
    case 'HintShown':
      return event.asked && (event.rung === 'what' || event.rung === 'how') ? giveHelp(now, event.field) : now;
    case 'HelpClosed':
      return giveHelp(now, null);
    case 'PageHidden':
      return { ...now, hidden: true, since: null };
    case 'PageShown':
      return { ...now, hidden: false, since: now.handRaised ? null : now.at };
    case 'HandRaised':
      return { ...now, handRaised: true, since: null };
    case 'HandLowered':
      return { ...now, handRaised: false, since: now.hidden ? null : now.at };
    case 'RunReset':
      return { ...close(now), tracks: {}, bustle: newBustle, seen: new Set(), screen: null, field: null };
    case 'RunEnded':
    case 'RunLeft':
      return { ...close(now), gone: true, since: null, pressed: null };
    default:
      return now;
  }
}

function arrive(now: Detector, screen: string): Detector {
  const isNew = !now.seen.has(screen);
  const open = openEpisode(now);
  const forward = !now.retreating && screen !== open?.screen && (isNew || !open?.rules.includes('wandering'));
  const here = forward ? close(now) : now;
  return judgeSignals({
    ...here,
    screen,
    field: null,
    pressed: null,
    retreating: false,
    seen: isNew ? new Set(now.seen).add(screen) : now.seen,
    bustle: { ...newBustle, visits: [...now.bustle.visits, screen].slice(-12) },
  });
}

/** A right entry: an episode about it, or about no field, ends here. */
function progress(now: Detector, field: string): Detector {
  const open = openEpisode(now);
  const ended = open && (open.field === null || open.field === field) ? close(now) : now;
  return { ...ended, bustle: { ...newBustle, visits: now.screen === null ? [] : [now.screen] } };
}

function inertClick(now: Detector, target: string): Detector {
  const { bustle } = now;
  // Touching words is reading, or selecting; a second touch within a second is the same one.
  if (target === 'text' || now.at - bustle.lastInert < oneGesture) return now;
  return judgeSignals({ ...now, bustle: { ...bustle, inertClicks: bustle.inertClicks + 1, lastInert: now.at } });
}

function giveHelp(now: Detector, field: string | null): Detector {
  if (field !== null) return onTrack(now, field, helped);
  const tracks = Object.entries(now.tracks).map(([key, track]) => [
    key,
    key.startsWith(`${now.screen}/`) ? helped(track) : track,
  ]);
  return { ...now, tracks: Object.fromEntries(tracks) };
}

function onTrack(now: Detector, field: string, change: (track: Track) => Track): Detector {
  const key = `${now.screen}/${field}`;
  return { ...now, tracks: { ...now.tracks, [key]: change(now.tracks[key] ?? newTrack) } };
}

function close(now: Detector): Detector {
  const open = openEpisode(now);
  return open ? { ...now, episodes: [...now.episodes.slice(0, -1), { ...open, closed: now.at }] } : now;
}

/** Opens an episode when the signals suffice and none is open or too recent. */
function judgeSignals(now: Detector, silence?: Signal): Detector {
  if (now.screen === null || now.gone || openEpisode(now) || now.at < earliest(now)) return now;
  const signals = signalsOf(now.tracks, now.screen, now.bustle);
  const found = opening(silence ? [silence, ...signals] : signals);
  if (found.length === 0) return now;
  const rules = [...new Set(found.map(({ rule }) => rule))];
  const field = found.find((signal) => signal.field !== null)?.field ?? null;
  return { ...now, episodes: [...now.episodes, { screen: now.screen, field, rules, opened: now.at, closed: null }] };
}

function earliest({ episodes }: Detector): number {
  const last = episodes.at(-1);
  return last ? last.opened + refractory : Number.NEGATIVE_INFINITY;
}

/** The next thing that time alone brings: R3, a press that led nowhere, the end of a refractory period, absence. */
function nextDue(now: Detector): { readonly at: number; readonly then: (then: Detector) => Detector } | null {
  if (now.gone || now.screen === null) return null;
  const { pressed } = now;
  if (pressed && pressed.answeredAt !== null) {
    return { at: pressed.answeredAt + settling, then: (then) => vainPress({ ...then, pressed: null }) };
  }
  if (now.since === null) return null;
  const gone = { at: now.since + goneAfter, then: (then: Detector): Detector => ({ ...close(then), gone: true }) };
  if (openEpisode(now)) return gone;
  const signals = signalsOf(now.tracks, now.screen, now.bustle);
  const free = earliest(now);
  if (opening(signals).length > 0 && free > now.at) return { at: free, then: (then) => judgeSignals(then) };
  // Beside another sign, a shorter silence is enough.
  const limit = Math.round(longSilence(now.hands, now.gap) * (signals.length > 0 ? 0.6 : 1));
  const silentAt = Math.max(now.since + limit, free);
  const silence: Signal = { rule: 'long-silence', field: now.field, strong: true };
  if (silentAt < gone.at) return { at: silentAt, then: (then) => judgeSignals(then, silence) };
  return gone;
}
