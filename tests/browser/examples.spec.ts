import { expect } from '@playwright/test';
import { Actor } from './actor.ts';
import { answerPath, catalogue, plan } from './catalogue.ts';
import { examine, isSandbox, sizes } from './examine.ts';
import { test } from './one-page.ts';

/**
 * `npm test` drives the answer path of each procedure by hand, and every play of the sandbox; `EXAMPLES=all` drives all, and asks that no
 * screen was missed. All examples are played without a page by `tests/scenarios`.
 */
const every = process.env['EXAMPLES'] === 'all';

for (const scenario of Object.values(catalogue.scenarios)) {
  for (const play of every || isSandbox(scenario) ? (plan[scenario.id] ?? []) : [answerPath(scenario.id)]) {
    test(`${scenario.id}: ${play.name}`, async ({ desk }) => {
      expect([play.failure, play.parts.length > 0]).toEqual([null, true]);
      const persona = catalogue.personas[play.persona];
      if (!persona) throw new Error('no persona');
      const actor: Actor = new Actor(desk, {
        scenario,
        persona,
        onScreen: (screen, refused) => examine(actor.parcours, scenario, screen, refused),
      });
      for (const part of play.parts) await actor.play(part);
      actor.parcours.fermer();
    });
  }

  test(`${scenario.id}: the answers on a wide screen, papers beside the site`, async ({ page }) => {
    const play = answerPath(scenario.id);
    const persona = catalogue.personas[play.persona];
    if (!persona) throw new Error('no persona');
    await page.setViewportSize(sizes.wide);
    const actor = new Actor(page, { scenario, persona });
    for (const part of play.parts) await actor.play(part);
    actor.parcours.fermer();
  });
}
