import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { run } from 'axe-core';

const source = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface Around {
  /** CSS selectors. */
  readonly include?: string;
  readonly exclude?: string;
}

/** Brings axe into the page; it stays until another page is opened. Says whether it was not there yet. */
export async function bringAxe(page: Page): Promise<boolean> {
  if (await page.evaluate(() => 'axe' in window)) return false;
  await page.evaluate(source);
  return true;
}

/**
 * What a machine finds against the page, one line a rule. Not through axe's builder for Playwright, which brings axe anew,
 * asks for all that passes as well, and opens another page for the frames that ours do not have: nine times the work.
 */
export async function violations(page: Page, around: Around = {}): Promise<readonly string[]> {
  await bringAxe(page);
  return page.evaluate(look, around);
}

/** In the page. Style sheets are read (`preload`) for a whole page: what axe finds in them is the same around any part. */
async function look({ include, exclude }: Around): Promise<readonly string[]> {
  const { axe } = window as unknown as { axe: { run: typeof run } };
  const where = { include: [[include ?? 'html']], ...(exclude !== undefined && { exclude: [[exclude]] }) };
  const found = await axe.run(where, {
    resultTypes: ['violations'],
    iframes: false,
    preload: include === undefined,
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
