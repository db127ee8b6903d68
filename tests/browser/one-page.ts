import { test as base, type Page } from '@playwright/test';
import { sizes } from './examine.ts';

/**
 * One page a worker, on a phone. A fresh one for each test costs more than most plays: the site's scripts, which the cache
 * then holds, and its offline worker, which fetches all of it. A test that fails takes the worker and its page with it.
 */
export const test = base.extend<object, { readonly desk: Page }>({
  desk: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId } = project.use;
      const context = await browser.newContext({
        viewport: sizes.phone,
        // What moves is waited for before each click, and is half there when axe looks.
        reducedMotion: 'reduce',
        ...(baseURL && { baseURL }),
        ...(locale && { locale }),
        ...(timezoneId && { timezoneId }),
      });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
});
