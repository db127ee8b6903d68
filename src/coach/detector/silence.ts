import type { RunEvent } from '#recording';
import { type Gap, longSilence, sample } from './hands.ts';
import { vainPress } from './presses.ts';
import { opening, type Signal, signalsOf } from './rules.ts';
import { close, type Detector, earliest, judgeSignals, openEpisode } from './state.ts';

/** Silence after which the person is held to be gone. Milliseconds. */
const goneAfter = 600_000;
/** Time in which a page answers a press, once the service has answered. Milliseconds. */
const settling = 500;

/** Lets time pass until `to` (a tick): what silence brings is dated at the instant when it is due. */
export function advance(detector: Detector, to: number): Detector {
  let now = detector;
  for (let due = nextDue(now); due && due.at <= to; due = nextDue(now))
    now = due.then({ ...now, at: Math.max(now.at, due.at) });
  return to > now.at ? { ...now, at: to } : now;
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

/** Whether an event is an act of the person. */
export function isSign(event: RunEvent): boolean {
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

/** An act: its silence ends, and tells of the person's own pace; another begins. */
export function reviveHands(now: Detector, event: RunEvent): Detector {
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
