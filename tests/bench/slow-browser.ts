import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../support/chromium.ts';

/** Slow 3G of the browsers' own tools: 400 kbit/s each way, 400 ms. */
const slow3g = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });

/** A page of a browser that has never been here, on a poor phone's processor, and on its network when asked. */
export async function poorPage(browser: Browser, { network = false } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  if (network) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow3g);
  }
  return page;
}

/**
 * Notes, in the page, when an element that matches first shows and could be typed in: `window.shownAt[selector]`, in
 * ms since the navigation began.
 */
export async function noteShown(page: Page, selectors: readonly string[]): Promise<void> {
  await page.addInitScript((wanted: readonly string[]) => {
    const shown: Record<string, number> = {};
    Object.assign(window, { shownAt: shown });
    const look = (): void => {
      for (const selector of wanted) {
        if (selector in shown) continue;
        const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
        });
        // The frame in which it was seen is painted before the next one begins.
        if (found)
          requestAnimationFrame((now) => {
            shown[selector] ??= now;
          });
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, selectors);
}

/** Waits until the selector was shown and returns when, in ms since the navigation began. */
export async function shownAt(page: Page, selector: string): Promise<number> {
  const seen = await page.waitForFunction(
    (wanted) => (window as unknown as { shownAt?: Record<string, number> }).shownAt?.[wanted],
    selector,
    { timeout: 90_000, polling: 'raf' },
  );
  return seen.jsonValue() as Promise<number>;
}
