import { expect, test } from '@playwright/test';
import { isEmpty } from '../silence/play.ts';
import { storesOf } from '../silence/search/stores.ts';
import { violations } from './axe.ts';
import { sizes } from './examine.ts';
import { Parcours } from './parcours.ts';
import { leaveTraces } from './traces.ts';

/** Nothing of a learner stays on a shared computer, if they say so; a page left alone offers it. */
const scenario = 'caf/declaration-trimestrielle';
const left = 'trace-de-quelqu-un';
const numero = 'Numéro de sécurité sociale';

test('« Effacer et partir » empties every store of the device', async ({ page, context }) => {
  const parcours = new Parcours(page, scenario);
  await parcours.ouvrir();
  await parcours.remplir(numero, 'quelquechose');
  await parcours.toutEstLa();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(async () => (await storesOf(page)).caches).toContain(`/s/${scenario}/`);
  await page.evaluate(leaveTraces, left);
  const before = await storesOf(page, true);
  const stores = ['cookies', 'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'history', 'window.name'];
  for (const store of stores) expect.soft(before[store], store).toContain(left);
  expect(before['indexedDB']).toContain('replique-runs');

  // The home page brings a worker of its own: none comes if the old one is still there.
  const another = context.waitForEvent('serviceworker', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Effacer et partir', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Effacer et partir', exact: true }).click();
  await dialog.getByRole('button', { name: 'Passer' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  const after = await storesOf(page, true);
  isEmpty(after);
  expect.soft(JSON.stringify(after)).not.toContain(left);
  await another;
  await expect(page.getByRole('status').filter({ hasText: 'C’est effacé' })).toBeVisible();
  await page.goBack();
  await parcours.pret();
  await expect(parcours.champ(numero)).toHaveValue('');
  expect(await page.evaluate(() => history.state?.trace)).toBeUndefined();
});

for (const [size, viewport] of Object.entries(sizes)) {
  test(`a page that nobody touches offers to erase itself (${size})`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.clock.install();
    const parcours = new Parcours(page, scenario);
    await parcours.ouvrir();
    // What offers it comes once the exercise waits for nothing.
    await page.locator('.leaving').waitFor({ state: 'attached' });
    const offer = page.getByRole('region', { name: 'Il n’y a plus personne ?' });
    await page.clock.fastForward('04:50');
    await page.clock.runFor(2000);
    await expect(offer).toHaveCount(0);
    await page.clock.fastForward('00:10');
    await expect(offer).toBeVisible();
    const [box, tabs] = await Promise.all([
      offer.boundingBox(),
      page.getByRole('navigation', { name: 'Autour du site' }).boundingBox(),
    ]);
    if (size === 'phone') expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(tabs?.y ?? 0);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await offer.getByRole('button', { name: 'Effacer et partir' }).click();
    const dialog = page.getByRole('dialog', { name: 'Effacer et partir' });
    await dialog.getByRole('button', { name: 'Non, continuer l’exercice' }).click();
    await expect(offer).toHaveCount(0);
    parcours.fermer();
  });
}
