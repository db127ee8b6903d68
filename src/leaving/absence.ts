/** How long nobody touches a page before it offers to erase itself, ms on the device's own clock. */
const absence = 5 * 60_000;

/** Whether somebody is still there: on a shared computer the next person must not find what the last one did. */
export interface Absence {
  /** A hand moved on the page. */
  touch(): void;
  /** Whether nobody has touched the page for so long. */
  readonly long: boolean;
}

export function createAbsence(clock: () => number): Absence {
  let last = clock();
  return {
    touch() {
      last = clock();
    },
    get long() {
      return clock() - last >= absence;
    },
  };
}
