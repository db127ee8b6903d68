import { createHash } from 'node:crypto';
import { type CDPSession, expect, type Page } from '@playwright/test';
import type { Scenario } from '#engine';
import { bringAxe, violations } from './axe.ts';
import { mark } from './notes.ts';
import type { Parcours } from './parcours.ts';

export const sizes = { phone: { width: 360, height: 740 }, wide: { width: 1280, height: 800 } };

/** The sandbox shows every block and field: all its plays are driven at each `npm test`. */
export const isSandbox = ({ id }: Pick<Scenario, 'id'>): boolean => id.startsWith('bac-a-sable/');

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
 * window, on the phone with letters twice as large too. Once for each distinct screen, and for each of its refusals,
 * whichever play meets it first; the desk around it has its own test.
 *
 * @param refused id of the field whose entry has just been refused.
 */
export async function examine(parcours: Parcours, scenario: Scenario, screen: string, refused?: string): Promise<void> {
  const { page } = parcours;
  const key = examinedKey(scenario, screen);
  if (!mark('examined', refused === undefined ? key : `${key} ${refused}`)) return;
  // Beside the site a wide screen shows all papers, unless something else was opened before.
  if (await bringAxe(page)) await parcours.volet('Courrier');
  await parcours.revenirAuSite();
  const what = [scenario.id, screen, refused].join(' ');
  await atBothSizes(page, what, async (size) => {
    const found = await violations(page, { include: 'main', exclude: 'div[data-pane] div[data-pane]' });
    expect.soft(found, `${what}, ${size}`).toEqual([]);
    if (size === 'wide')
      for (const name of ['Recommencer', 'Effacer et partir'])
        await expect.soft(page.getByRole('button', { name, exact: true }).first(), what).toBeVisible();
  });
  await page.setViewportSize(sizes.phone);
  await standsWithLargeLetters(page, what);
}

/** One for each page, and never given back: with it would go what another one has set there, such as passkeys. */
const browsers = new WeakMap<Page, Promise<CDPSession>>();

function browserOf(page: Page): Promise<CDPSession> {
  const known = browsers.get(page) ?? page.context().newCDPSession(page);
  browsers.set(page, known);
  return known;
}

/** On a phone, with letters twice as large, as a person who sees badly sets their browser (WCAG 1.4.4). */
export async function standsWithLargeLetters(page: Page, what: string): Promise<void> {
  const browser = await browserOf(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  expect.soft(await tooWide(page), `${what}, letters twice as large: what stands out of the phone`).toEqual([]);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  // What is pressed next stands where it stood before.
  await page.evaluate(() => new Promise(requestAnimationFrame));
}

/**
 * What makes a page, or the dialog over it, wider than its room: the innermost elements, with the px by which they stand
 * out.
 */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const room = document.querySelector('dialog[open]') ?? document.documentElement;
    const { clientWidth, clientLeft, scrollWidth } = room;
    const edge = room.getBoundingClientRect().left + clientLeft + clientWidth;
    const beyond = (element: Element): number => Math.ceil(element.getBoundingClientRect().right - edge);
    if (scrollWidth <= clientWidth) return [];
    const found = [...room.querySelectorAll('*')]
      .filter((each) => beyond(each) > 0 && ![...each.children].some((child) => beyond(child) > 0))
      .map((each) => `${each.localName}.${each.className} ${beyond(each)} « ${each.textContent?.slice(0, 40)} »`);
    return [`${room.localName}, by ${scrollWidth - clientWidth}`, ...found];
  });

/** The same of the whole page as it stands, an open dialog of the desk for one. */
export async function examineAll(page: Page, what: string): Promise<void> {
  await atBothSizes(page, what, async (size) => {
    expect.soft(await violations(page), `${what}, ${size}`).toEqual([]);
  });
  const { width, height } = page.viewportSize() ?? sizes.wide;
  await page.setViewportSize(sizes.phone);
  await standsWithLargeLetters(page, what);
  await page.setViewportSize({ width, height });
}

/** Looks at each size, and at what is wider than the window there. */
async function atBothSizes(page: Page, what: string, look: (size: string) => Promise<void>): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await look(size);
    expect.soft(await tooWide(page), `${what}, ${size}: what stands out of the window`).toEqual([]);
  }
}
