import type { Common } from './common.ts';

/** How long nobody touches the page before it offers to erase itself, ms on the device's own clock. */
const absence = 5 * 60_000;

/** Whether the learner is still there: on a shared computer the next person must not find their exercise. */
export interface Away {
  /** A hand moved on the page. */
  touch(): void;
  /** They are back: the offer goes. */
  back(): void;
  /** Looks at the clock, each second. */
  look(): void;
}

export function createAway({ store }: Pick<Common, 'store'>, clock: () => number): Away {
  let last = clock();
  const touch = () => {
    last = clock();
  };
  return {
    touch,
    back() {
      touch();
      if (store.getState().away) store.setState({ away: false });
    },
    look() {
      const { away, status } = store.getState();
      if (!away && status === 'running' && clock() - last >= absence) store.setState({ away: true });
    },
  };
}
