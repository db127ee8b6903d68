import { describe, expect, it } from 'vitest';
import { deskPages, filesOf, htmlOf, isFont, pages, total } from './built-site.ts';

/** Budgets in bytes, compressed (DESIGN §12). They only tighten. */
const budget = { desk: 135_000, fonts: 30_000, nextScenario: 20_000, plainPage: 20_000 };

describe('weight of what was built', () => {
  it('has pages to weigh', () => {
    expect(deskPages.length).toBeGreaterThan(0);
    expect(pages).toContain('/');
  });

  it.each(deskPages)('%s and all it loads, fonts apart', (page) => {
    expect(total(filesOf(page).filter((path) => !isFont(path)))).toBeLessThanOrEqual(budget.desk);
  });

  it.each(pages)('fonts of %s', (page) => {
    expect(total(filesOf(page).filter(isFont))).toBeLessThanOrEqual(budget.fonts);
  });

  it.each(deskPages)('%s as the next scenario: what no other desk has loaded', (page) => {
    const [first] = deskPages.filter((other) => other !== page);
    const known = new Set(first === undefined ? sharedShell(page) : filesOf(first));
    expect(total(filesOf(page).filter((path) => !known.has(path)))).toBeLessThanOrEqual(budget.nextScenario);
  });

  it.each(pages.filter((page) => !htmlOf(page).includes('<astro-island')))('%s, without an island', (page) => {
    expect(total(filesOf(page).filter((path) => !isFont(path)))).toBeLessThanOrEqual(budget.plainPage);
  });
});

/** With one scenario only, everything but its page and its content is shared. */
function sharedShell(page: string): string[] {
  return filesOf(page).filter((path) => path !== page && !path.startsWith('/contenu/'));
}
