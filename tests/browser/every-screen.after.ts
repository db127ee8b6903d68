import { expect, test } from '@playwright/test';
import { catalogue } from './catalogue.ts';
import { examinedKeys, screenKey } from './examined.ts';

/** Runs after all the others: a screen that no example meets has been looked at by nobody. */
for (const scenario of Object.values(catalogue.scenarios)) {
  test(`${scenario.id}: every screen was met and examined at both widths`, () => {
    const seen = examinedKeys();
    expect(Object.keys(scenario.screens).filter((screen) => !seen.has(screenKey(scenario, screen)))).toEqual([]);
  });
}
