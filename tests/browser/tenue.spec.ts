import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { sizes } from './examine.ts';
import { Parcours } from './parcours.ts';

/** What an exercise withstands: a slow start, a reload, the back button, a network that goes, two tabs. */
const scenario = 'caf/declaration-trimestrielle';
const numero = 'Numéro de sécurité sociale';

async function seConnecter(parcours: Parcours) {
  await parcours.remplir(numero, '2841169000007');
  await parcours.remplir('Mot de passe', 'Jardin2024fleurs');
  await parcours.appuyer('Se connecter');
  await parcours.estSur("Confirmer que c'est vous");
}

test('what is typed before any script is kept, and Enter then does nothing', async ({ page }) => {
  let free = () => {};
  const held = new Promise<void>((resolve) => {
    free = resolve;
  });
  await page.route('**/_astro/*.js', async (route) => {
    await held;
    await route.continue();
  });
  const parcours = new Parcours(page, scenario);
  await page.goto(`/s/${scenario}/`, { waitUntil: 'commit' });
  await parcours.champ(numero).fill('2841169000007');
  await parcours.champ(numero).press('Enter');
  expect(new URL(page.url()).search).toBe('');
  free();
  await parcours.pret();
  await expect(parcours.champ(numero)).toHaveValue('2841169000007');
  await parcours.remplir('Mot de passe', 'Jardin2024fleurs');
  await parcours.appuyer('Se connecter');
  await parcours.estSur("Confirmer que c'est vous");
});

test('a reload comes back to the screen, with right answers; the back button stays in the run', async ({ page }) => {
  const parcours = new Parcours(page, scenario);
  await parcours.ouvrir();
  await seConnecter(parcours);
  await parcours.recharger();
  await parcours.estSur("Confirmer que c'est vous");
  await parcours.voit('L’exercice reprend là où vous en étiez.');
  await parcours.reculer();
  await parcours.estSur('Se connecter à Mon Compte');
  await expect(parcours.champ(numero)).toHaveValue('2841169000007');
});

test('after a step back, as after any press, the page is read from its top', async ({ page }) => {
  await page.setViewportSize(sizes.phone);
  const parcours = new Parcours(page, scenario);
  await parcours.ouvrir();
  const top = () => page.locator('[data-window]').evaluate((each) => Math.round(each.getBoundingClientRect().top));
  await seConnecter(parcours);
  const read = await top();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await parcours.reculer();
  await parcours.estSur('Se connecter à Mon Compte');
  await expect.poll(top).toBe(read);
  // A browser puts a page back in a task of its own, once the step is made.
  await page.waitForTimeout(300);
  expect(await top()).toBe(read);
});

test('a reload loses what was typed and was not an answer, and says why', async ({ page }) => {
  const parcours = new Parcours(page, scenario);
  await parcours.ouvrir();
  await parcours.remplir(numero, '2841169000099');
  await page.waitForFunction(async () => {
    const shelf = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('replique-runs');
      open.onsuccess = () => resolve(open.result);
    });
    const kept = await new Promise<string>((resolve) => {
      const all = shelf.transaction('runs').objectStore('runs').getAll();
      all.onsuccess = () => resolve(JSON.stringify(all.result));
    });
    shelf.close();
    if (kept.includes('2841169000099')) throw new Error('A typed value was stored.');
    return kept.includes('"as":"typed"');
  });
  await parcours.recharger();
  await expect(parcours.champ(numero)).toHaveValue('');
  await parcours.voit(/n’est gardé nulle part/);
});

test('the exercise goes on when the network has gone', async ({ page, context }) => {
  const parcours = new Parcours(page, scenario);
  await parcours.ouvrir();
  await parcours.toutEstLa();
  await context.setOffline(true);
  await seConnecter(parcours);
  await parcours.appuyer('Envoyer le code');
  await parcours.remplir('Code à 6 chiffres', await parcours.lireLeCode('Votre code de connexion'));
  await parcours.appuyer('Valider');
  await parcours.estSur("Conditions générales d'utilisation");
});

test('one tab holds the run; another may take it over', async ({ page, context }) => {
  const premier = new Parcours(page, scenario);
  await premier.ouvrir();
  const autre = await context.newPage();
  await autre.goto(`/s/${scenario}/`);
  await expect(autre.getByRole('heading', { name: 'Cet exercice est déjà ouvert dans un autre onglet' })).toBeVisible();
  await autre.getByRole('button', { name: 'Continuer ici' }).click();
  await expect(autre.locator('[data-ready=true]')).toBeAttached();
  await expect(page.getByRole('heading', { name: 'L’exercice continue dans l’autre onglet' })).toBeVisible();
});

for (const [name, width, height] of [
  ['wide screen', 1280, 800],
  ['phone', 360, 740],
] as const) {
  test(`the whole desk passes axe on a ${name}, whatever pane shows`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const parcours = new Parcours(page, scenario);
    await parcours.ouvrir();
    for (const pane of ['Papiers', 'Téléphone', 'Mails', 'Courrier', 'Coach'] as const) {
      await parcours.volet(pane);
      await page.waitForLoadState('networkidle');
      const found = await violations(page);
      expect.soft(found, pane).toEqual([]);
    }
  });
}

test('with letters twice as large, on a phone, every pane can be reached and nothing runs out of the page', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const letters = await context.newCDPSession(page);
  await letters.send('Page.enable');
  const parcours = new Parcours(page, scenario);
  await parcours.ouvrir();
  await letters.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))).toBe(36);
  for (const volet of ['Papiers', 'Téléphone', 'Mails', 'Courrier', 'Coach', 'Site'] as const) {
    const tab = page.locator('[data-tab]').getByRole('button', { name: volet });
    await expect(tab).toBeInViewport({ ratio: 1 });
    await parcours.volet(volet);
    await expect(
      volet === 'Site' ? parcours.fenetre : page.locator('[data-pane] [data-pane]:not([hidden]) button').first(),
    ).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), volet).toBeLessThanOrEqual(320);
  }
  await parcours.appuyer('Tout refuser');
  await seConnecter(parcours);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  parcours.fermer();
  await context.close();
});
