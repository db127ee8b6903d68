/** How long before the log-out the site warns, ms: WCAG asks for at least 20 seconds and a way to extend. */
const warning = 60_000;

export interface IdleWatch {
  /** The learner did something. While the warning stands only `stay` counts. */
  touch(): void;
  stay(): void;
  /** Looks at the clock: seconds left while the warning stands, 0 when time is out, null otherwise. */
  look(): number | null;
}

/** Watches the idle time of a signed-in screen on the run's clock. */
export function createIdleWatch(after: number, now: () => number): IdleWatch {
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
