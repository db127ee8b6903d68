import { expect, test } from '@playwright/test';
import { catalogue } from './catalogue.ts';
import { examinedKeys, screenKey } from './examined.ts';

/** The sandbox's closed page: a notice and a button, both examined on its other screens. No example goes there. */
const unmet = new Set(['bac-a-sable/blocs ferme']);

/** Runs after all the others: a screen that no example meets has been looked at by nobody. */
for (const scenario of Object.values(catalogue.scenarios)) {
  test(`${scenario.id}: every screen was met and examined at both widths`, () => {
    const seen = examinedKeys();
    const missed = Object.keys(scenario.screens).filter((screen) => !seen.has(screenKey(scenario, screen)));
    expect(missed.filter((screen) => !unmet.has(`${scenario.id} ${screen}`))).toEqual([]);
  });
}
