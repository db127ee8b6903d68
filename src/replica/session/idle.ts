import { addDuration } from '#engine';
import type { Common } from './common.ts';

/** How long before the log-out the site warns, ms: WCAG asks for at least 20 seconds and a way to extend. */
const warning = 60_000;

interface IdleWatch {
  /** The learner did something. While the warning stands only `stay` counts. */
  touch(): void;
  stay(): void;
  /** Looks at the clock: seconds left while the warning stands, 0 when time is out, null otherwise. */
  look(): number | null;
}

/** Watches the idle time of a signed-in screen on the run's clock. */
function createIdleWatch(after: number, now: () => number): IdleWatch {
  let last = now();
  const left = () => after - (now() - last);
  const lead = Math.min(warning, after / 2);
  return {
    touch() {
      if (left() > lead) last = now();
    },
    stay() {
      last = now();
    },
    look() {
      const ms = left();
      return ms > lead ? null : Math.max(0, Math.ceil(ms / 1000));
    },
  };
}

/** The idle time of the present screen, on services that log out. */
export class Idle {
  readonly #common: Common;
  #watch: IdleWatch | null = null;

  constructor(common: Common) {
    this.#common = common;
  }

  /** Counts anew: another screen is shown. */
  restart(): void {
    const after = this.#common.store.getState().scenario?.service.idle?.after;
    this.#watch = after ? createIdleWatch(addDuration(0, after), this.#common.now) : null;
  }

  /** Looks at the clock: called each second by the desk. Only a signed-in screen can time out. */
  look(): void {
    const { run, idleLeft } = this.#common.store.getState();
    const left = run?.view.screen?.signedIn && run.view.phase === 'ready' ? (this.#watch?.look() ?? null) : null;
    if (left === 0) run?.timeOut();
    const next = left === 0 ? null : left;
    if (next !== idleLeft) this.#common.store.setState({ idleLeft: next });
  }

  touch(): void {
    this.#watch?.touch();
  }

  stay(): void {
    this.#watch?.stay();
    this.look();
  }
}
