import { addDuration } from '#engine';
import type { Common } from './common.ts';

/** How long before the log-out the site warns, ms: WCAG asks for at least 20 seconds and a way to extend. */
const warning = 60_000;

/** The idle time of the screen that is shown, on services that log out. */
export interface Idle {
  /** Counts anew: another screen is shown. */
  restart(): void;
  /** The learner did something. While the warning stands only `stay` counts. */
  touch(): void;
  stay(): void;
  /** Looks at the clock, each second: warns, then logs out. Only a signed-in screen does. */
  look(): void;
}

export function createIdle({ store, now }: Common): Idle {
  /** Idle time after which the service logs out, ms. 0: it never does. */
  let limit = 0;
  let last = 0;
  const left = () => limit - (now() - last);
  const warns = () => left() <= Math.min(warning, limit / 2);

  const look = () => {
    const { run, idleLeft } = store.getState();
    const counts = limit > 0 && run?.view.screen?.signedIn && run.view.phase === 'ready';
    const seconds = counts && warns() ? Math.max(0, Math.ceil(left() / 1000)) : null;
    if (seconds === 0) run?.timeOut();
    const next = seconds || null;
    if (next !== idleLeft) store.setState({ idleLeft: next });
  };

  return {
    restart() {
      const after = store.getState().scenario?.service.idle?.after;
      limit = after ? addDuration(0, after) : 0;
      last = now();
    },
    touch() {
      if (!warns()) last = now();
    },
    stay() {
      last = now();
      look();
    },
    look,
  };
}
