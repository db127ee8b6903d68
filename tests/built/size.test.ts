import { describe, expect, it } from 'vitest';
import { deskPages, filesOf, filesToAct, htmlOf, isFont, pages, total } from './built-site.ts';

/** Budgets in bytes, compressed (DESIGN §12). They only tighten. */
const budget = { desk: 135_000, fonts: 30_000, nextScenario: 20_000, plainPage: 20_000 };

describe('weight of what was built', () => {
  it('has pages to weigh', () => {
    expect(deskPages.length).toBeGreaterThan(0);
    expect(pages).toContain('/');
  });

  it.each(deskPages)('%s and what it needs to be acted on', (page) => {
    const files = filesToAct(page);
    expect(files.some((path) => /\/network\./.test(path))).toBe(true);
    expect(total(files), files.map((path) => `${total([path])} ${path}`).join('\n')).toBeLessThanOrEqual(budget.desk);
  });

  it.each(pages)('fonts of %s', (page) => {
    expect(total(filesOf(page).filter(isFont))).toBeLessThanOrEqual(budget.fonts);
  });

  it.each(deskPages)('%s as the next scenario: what no other desk has loaded', (page) => {
    const others = deskPages.filter((other) => other !== page).flatMap(filesToAct);
    // With one scenario only, its page is what the next one would bring.
    const known = new Set(others.length > 0 ? others : filesToAct(page).filter((path) => path !== page));
    const fresh = filesToAct(page).filter((path) => !known.has(path));
    expect(total(fresh), fresh.map((path) => `${total([path])} ${path}`).join('\n')).toBeLessThanOrEqual(
      budget.nextScenario,
    );
  });

  it.each(pages.filter((page) => !htmlOf(page).includes('<astro-island')))('%s, without an island', (page) => {
    expect(total(filesOf(page).filter((path) => !isFont(path)))).toBeLessThanOrEqual(budget.plainPage);
  });
});
