import type { Page } from '@playwright/test';

/** What the page itself measured, in ms: from the key or the click to the frame after the one that shows its effect. */
interface Stopwatch {
  readonly keys: number[];
  readonly screens: number[];
}

/**
 * Puts two stopwatches in the page: each key to the paint of its character, and each click to the paint of another
 * screen (`data-screen`). The paint is over when what its frame asked to be done first thing afterwards begins: a message
 * would wait behind all that was asked before it, such as the browser's search for something to fill in.
 */
export async function putStopwatch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const stopwatch: Stopwatch = { keys: [], screens: [] };
    Object.assign(window, { stopwatch });
    const painted = (then: () => void): void => {
      requestAnimationFrame(() => void scheduler.postTask(then, { priority: 'user-blocking' }));
    };
    let key = 0;
    let click = 0;
    addEventListener(
      'keydown',
      (event) => {
        key = event.timeStamp;
      },
      true,
    );
    addEventListener(
      'input',
      () => {
        const from = key;
        painted(() => stopwatch.keys.push(performance.now() - from));
      },
      true,
    );
    addEventListener(
      'click',
      (event) => {
        click = event.timeStamp;
      },
      true,
    );
    let screen: string | null = null;
    new MutationObserver(() => {
      const now = document.querySelector('[data-screen]')?.getAttribute('data-screen') ?? null;
      if (now === screen || now === null) return;
      const from = click;
      if (screen !== null && from > 0) painted(() => stopwatch.screens.push(performance.now() - from));
      screen = now;
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-screen'] });
  });
}

/** Reads a stopwatch and starts it again from nothing. */
export const readStopwatch = (page: Page, which: keyof Stopwatch): Promise<number[]> =>
  page.evaluate((name) => {
    const { stopwatch } = window as unknown as { stopwatch: Stopwatch };
    return stopwatch[name].splice(0);
  }, which);
