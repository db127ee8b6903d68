import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { Scenario } from '#engine';
import { Actor } from './actor.ts';
import { catalogue } from './catalogue.ts';
import { isExamined, noteExamined, screenKey } from './examined.ts';

const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

/**
 * On a wide screen, then on a phone: nothing that a machine can find against the site's page, and nothing wider than the
 * window. Once for each distinct screen and width, whichever example meets it first; the desk around it has its own test.
 */
async function examine(page: Page, scenario: Scenario, screen: string): Promise<void> {
  const key = screenKey(scenario, screen);
  if (isExamined(key)) return;
  noteExamined(key);
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    const tab = page.getByRole('navigation', { name: 'Autour du site' }).getByRole('button', { name: 'Site' });
    if (size === 'phone' && (await tab.isVisible())) await tab.click();
    const { violations } = await new AxeBuilder({ page })
      .include('main')
      .exclude('div[data-pane] div[data-pane]')
      .analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect.soft(found, `${key}, ${size}`).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(over, `${key}, ${size}: wider than the window by`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(sizes.wide);
}

for (const scenario of Object.values(catalogue.scenarios)) {
  for (const example of catalogue.about[scenario.id]?.examples ?? []) {
    test(`${scenario.id}: ${example.name}`, async ({ page }) => {
      test.slow(); // two looks of axe at each new screen
      const persona = catalogue.personas[example.persona ?? scenario.personas[0] ?? ''];
      if (!persona) throw new Error('no persona');
      const actor = new Actor(page, { scenario, persona, onScreen: (screen) => examine(page, scenario, screen) });
      await actor.open();
      if (example.world) await actor.world(example.world);
      for (const step of example.do ?? []) await take(actor, step);
      if (example.follow === 'answers' || example.then === 'answers') await actor.follow();
      if (example.ends !== undefined) {
        await expect(page.locator(`[data-meaning="${scenario.endings[example.ends]?.meaning}"]`)).toBeVisible();
        await examine(page, scenario, example.ends);
      }
      actor.parcours.fermer();
    });
  }
}

test('the picture to copy comes after three wrong passwords, and lets go on', async ({ page }) => {
  test.slow();
  const scenario = catalogue.scenarios['caf/declaration-trimestrielle'];
  const persona = catalogue.personas['amina'];
  if (!scenario || !persona) throw new Error('the first procedure is missing');
  const actor = new Actor(page, { scenario, persona, onScreen: (screen) => examine(page, scenario, screen) });
  await actor.open();
  await actor.type('nir', '2841169000007');
  for (const password of ['Soleil2020', 'Soleil2021', 'Soleil2022']) {
    await actor.type('mot-de-passe', password);
    await actor.press('se-connecter');
  }
  expect((await actor.screen())?.id).toBe('verification-humaine');
  await actor.follow('envoyer-code');
  expect((await actor.screen())?.id).toBe('envoyer-code');
});

type Step = NonNullable<NonNullable<(typeof catalogue.about)[string]['examples'][number]['do']>>[number];

async function take(actor: Actor, step: Step): Promise<void> {
  if ('answers' in step) return actor.follow(step.answers);
  if ('wait' in step) return actor.wait(step.wait);
  if ('world' in step) return actor.world(step.world);
  if ('back' in step) return actor.parcours.reculer();
  if ('press' in step) return actor.press(step.press);
  if ('idle' in step) {
    await actor.idle();
    return actor.look();
  }
  if ('fill' in step) {
    for (const [name, value] of Object.entries(step.fill)) {
      const [id = '', cell] = name.split('/');
      const asked = typeof value === 'string' ? /^\{([a-z0-9-]+)\}$/.exec(value)?.[1] : undefined;
      const raw = asked === undefined ? value : await actor.rightEntry(asked);
      await actor.type(id, typeof raw === 'number' ? String(raw) : raw, cell);
    }
    return;
  }
  const { screen, error, message } = step.expect;
  if (screen !== undefined) expect((await actor.screen())?.id).toBe(screen);
  if (error !== undefined) await actor.expectError(error);
  if (message !== undefined) await actor.parcours.voit(new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
}
