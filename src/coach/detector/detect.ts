import type { RunEvent } from '#recording';
import { settlePress, vainPress } from './presses.ts';
import { newBustle } from './rules.ts';
import { advance, isSign, reviveHands } from './silence.ts';
import { close, type Detector, judgeSignals, onTrack, openEpisode } from './state.ts';
import { committed, failed, helped, oneGesture } from './tracks.ts';

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
