import { expect, test } from '@playwright/test';
import { catalogue } from './catalogue.ts';
import { examinedKey, metKey } from './examine.ts';
import { marks } from './notes.ts';

/** Runs after all the others: a screen or an ending that no play meets has been looked at by nobody. */
for (const scenario of Object.values(catalogue.scenarios)) {
  test(`${scenario.id}: every screen and ending was met, and examined at both widths`, () => {
    const all = [...Object.keys(scenario.screens), ...Object.keys(scenario.endings)];
    const [met, examined] = [marks('met'), marks('examined')];
    expect(all.filter((at) => !met.has(metKey(scenario, at)))).toEqual([]);
    expect(all.filter((at) => !examined.has(examinedKey(scenario, at)))).toEqual([]);
  });
}
