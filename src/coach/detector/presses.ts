import type { RunEvent } from '#recording';
import { type Detector, judgeSignals } from './state.ts';
import { oneGesture } from './tracks.ts';

/** A press is known to have led nowhere when the person goes on acting on the same page. */
export function settlePress(now: Detector, event: RunEvent): Detector {
  if (!now.pressed || event.type === 'ScreenShown' || event.type === 'OperationAnswered') return now;
  if (now.pressed.answeredAt === null && event.type !== 'ActionTaken') return now;
  return vainPress({ ...now, pressed: null });
}

/** A button pressed, or a form refused, to no effect: once a gesture. */
export function vainPress(now: Detector): Detector {
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
