import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { siteNote } from '../support/site.ts';
import { Actor } from './actor.ts';
import { answerPath, catalogue } from './catalogue.ts';
import { Parcours } from './parcours.ts';

/** The answer path in other hands: the keyboard alone, a page at 200 %, an address that is not localhost. */
const scenario = catalogue.scenarios['caf/declaration-trimestrielle'];
const amina = catalogue.personas['amina'];
if (!scenario || !amina) throw new Error('The first procedure is missing from the catalogue');
const endTitle = scenario.endings['enregistree']?.title ?? '';

/** Presses Tab until an element has the focus, as someone without a mouse does. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < 120; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard never reaches ${target}`);
}

test('the answer path by keyboard alone', async ({ page }) => {
  test.slow(); // every Tab is pressed and looked at
  const parcours = new Parcours(page, scenario.id);
  await parcours.ouvrir();
  const button = (name: string | RegExp) =>
    parcours.fenetre.getByRole('button', { name, exact: typeof name === 'string' });
  const press = async (name: string | RegExp) => {
    await reach(page, button(name));
    await page.keyboard.press('Enter');
    await parcours.repos();
  };
  const type = async (label: string, value: string) => {
    await reach(page, parcours.champ(label));
    await page.keyboard.type(value);
  };
  await type('Numéro de sécurité sociale', '2841169000007');
  await type('Mot de passe', 'Jardin2024fleurs');
  await page.keyboard.press('Enter'); // as on the real site, Enter sends the form
  await parcours.repos();
  await parcours.estSur("Confirmer que c'est vous");
  await press('Envoyer le code');
  const tabs = page.getByRole('navigation', { name: 'Autour du site' });
  await reach(page, tabs.getByRole('button', { name: 'Mails' }));
  await page.keyboard.press('Enter');
  const mail = page.locator('div[data-pane=mail] button[data-key*="code-de-connexion#"]').first();
  await mail.waitFor({ timeout: 20_000 });
  await reach(page, mail);
  await page.keyboard.press('Enter');
  const code = /\b(\d{6})\b/.exec(await page.locator('div[data-pane=mail]').last().innerText())?.[1] ?? '';
  await type('Code à 6 chiffres', code);
  await press('Valider');
  await parcours.estSur("Conditions générales d'utilisation");
  await reach(page, parcours.fenetre.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await press('Continuer');
  await press('Faire ma déclaration');
  const no = parcours.fenetre.getByRole('radio', { name: 'Non' });
  await reach(page, parcours.fenetre.getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  await expect(no).toBeChecked();
  await press('Confirmer');
  await press('Continuer');
  await reach(page, parcours.fenetre.getByRole('checkbox', { name: /Pensions alimentaires/ }));
  await page.keyboard.press('Space');
  await press('Continuer');
  const cells = parcours.fenetre.getByRole('textbox', { name: /Pensions alimentaires, .*, Amina/ });
  for (const month of [0, 1, 2]) {
    await reach(page, cells.nth(month));
    await page.keyboard.type('120');
  }
  await press('Continuer');
  await reach(page, parcours.fenetre.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await press('Valider');
  await press('Se déconnecter');
  await parcours.aFini(endTitle);
  parcours.fermer();
});

test('the answer path on a page at 200 %', async ({ browser }) => {
  // 1280 × 800 at 200 % leaves 640 × 400 CSS pixels.
  const context = await browser.newContext({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const actor = new Actor(page, {
    scenario,
    persona: amina,
    onScreen: async (screen) => {
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, screen).toBeLessThanOrEqual(0);
    },
  });
  for (const part of answerPath(scenario.id).parts) await actor.play(part);
  await actor.parcours.aFini(endTitle);
  await context.close();
});

test('the answer path over plain http on a name that is not localhost, the network off once loaded', async ({
  browser,
}) => {
  const { lanOrigin } = JSON.parse(readFileSync(siteNote, 'utf8')) as { lanOrigin: string };
  const context = await browser.newContext({ baseURL: lanOrigin });
  const page = await context.newPage();
  const actor = new Actor(page, { scenario, persona: amina });
  const [path] = answerPath(scenario.id).parts;
  if (!path) throw new Error('The answer path has no part');
  await actor.open(path);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await actor.parcours.toutEstLa();
  await context.setOffline(true);
  for (const act of path.acts) await actor.do(act);
  await actor.parcours.aFini(endTitle);
  await context.close();
});
