import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Actor } from './actor.ts';
import { catalogue } from './catalogue.ts';

const sizes = [
  ['wide', { width: 1280, height: 800 }],
  ['phone', { width: 360, height: 740 }],
] as const;

// Screens already examined by this worker: axe once for each distinct screen and width.
const examined = new Set<string>();

/** Nothing that a machine can find against the screen's accessibility, and nothing wider than the phone. */
async function examine(page: Page, key: string): Promise<void> {
  if (examined.has(key)) return;
  examined.add(key);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      key,
    )
    .toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${key} is wider than the window`).toBeLessThanOrEqual(0);
}

for (const scenario of Object.values(catalogue.scenarios)) {
  for (const example of catalogue.about[scenario.id]?.examples ?? []) {
    for (const [size, viewport] of sizes) {
      test(`${scenario.id}: ${example.name} (${size})`, async ({ page }) => {
        await page.setViewportSize(viewport);
        const persona = catalogue.personas[example.persona ?? scenario.personas[0] ?? ''];
        if (!persona) throw new Error('no persona');
        const actor = new Actor(page, {
          scenario,
          persona,
          onScreen: (screen) => examine(page, `${scenario.id}/${screen} ${size}`),
        });
        await actor.open();
        if (example.world) await actor.world(example.world);
        for (const step of example.do ?? []) await take(actor, step);
        if (example.follow === 'answers' || example.then === 'answers') await actor.follow();
        if (example.ends !== undefined) {
          const ending = scenario.endings[example.ends];
          await expect(page.locator(`[data-meaning="${ending?.meaning}"]`)).toBeVisible();
          await examine(page, `${scenario.id} ended ${example.ends} ${size}`);
        }
        actor.parcours.fermer();
      });
    }
  }
}

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
      const code = value === '{code}' ? await actor.parcours.lireLeCode() : value;
      await actor.type(id, typeof code === 'number' ? String(code) : code, cell);
    }
    return;
  }
  const { screen, error, message } = step.expect;
  if (screen !== undefined) expect((await actor.screen())?.id).toBe(screen);
  if (error !== undefined) await actor.expectError(error);
  if (message !== undefined) await actor.parcours.voit(new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
}
