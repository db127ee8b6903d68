import { expect, test } from '@playwright/test';
import { catalogue } from './catalogue.ts';
import { examinedKey } from './examine.ts';
import { marks } from './notes.ts';

/**
 * Runs after all the others: a screen or an ending that no play meets, in this procedure or drawn alike in another of its
 * service, has been looked at by nobody. Whoever leaves in the middle sees the first page of the site, and no ending.
 */
for (const scenario of Object.values(catalogue.scenarios)) {
  test(`${scenario.id}: every screen and ending was examined at both widths`, () => {
    const endings = Object.values(scenario.endings).filter(({ meaning }) => meaning !== 'abandon');
    const all = [...Object.keys(scenario.screens), ...endings.map(({ id }) => id)];
    const examined = marks('examined');
    expect(all.filter((at) => !examined.has(examinedKey(scenario, at)))).toEqual([]);
  });
}
