import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Scenario } from '#engine';
import { bringAxe, violations } from './axe.ts';
import { mark } from './notes.ts';
import type { Parcours } from './parcours.ts';

export const sizes = { phone: { width: 360, height: 740 }, wide: { width: 1280, height: 800 } };

/** What no page shows of a screen: where it leads, what is right, what the coach says. */
const unseen = new Set([
  'id',
  'way',
  'does',
  'back',
  'load',
  'answer',
  'noAnswer',
  'asks',
  'coach',
  'errors',
  'evidence',
  'skill',
]);

/** Screens that procedures share may be drawn alike: this names what is drawn. */
export function examinedKey(scenario: Scenario, screen: string): string {
  const seen = (key: string, value: unknown) => (unseen.has(key) ? undefined : value);
  const { site } = scenario.screens[screen] ?? {};
  const { masthead, footer, tokens, density } = { ...scenario.service, ...(site && scenario.sites?.[site]) };
  const page = scenario.screens[screen] ?? scenario.endings[screen];
  const drawn = JSON.stringify([page, masthead, footer, tokens, density], seen);
  return createHash('sha256').update(drawn).digest('hex').slice(0, 16);
}

/**
 * On a phone, then on a wide screen: nothing that a machine can find against the site's page, and nothing wider than the
 * window. Once for each distinct screen, whichever play meets it first; the desk around it has its own test.
 */
export async function examine(parcours: Parcours, scenario: Scenario, screen: string): Promise<void> {
  const { page } = parcours;
  if (!mark('examined', examinedKey(scenario, screen))) return;
  // Beside the site a wide screen shows all papers, unless something else was opened before.
  if (await bringAxe(page)) await parcours.volet('Courrier');
  await parcours.revenirAuSite();
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    const found = await violations(page, { include: 'main', exclude: 'div[data-pane] div[data-pane]' });
    expect.soft(found, `${scenario.id} ${screen}, ${size}`).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (size === 'wide')
      for (const name of ['Recommencer', 'Effacer et partir'])
        await expect
          .soft(page.getByRole('button', { name, exact: true }).first(), `${scenario.id} ${screen}`)
          .toBeVisible();
    expect.soft(over, `${scenario.id} ${screen}, ${size}: wider than the window by`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(sizes.phone);
}
