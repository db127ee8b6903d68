import { expect, type Locator, type Page, test } from '@playwright/test';
import { isEmpty } from '../silence/play.ts';
import { storesOf } from '../silence/search/stores.ts';
import { violations } from './axe.ts';
import { sizes, standsWithLargeLetters, tooWide } from './examine.ts';
import { Parcours } from './parcours.ts';
import { join, leaveTraces } from './traces.ts';

/** « Effacer et partir » wherever a learner can be, when the device holds something of somebody, and only then. */
const scenario = 'caf/declaration-trimestrielle';
const desk = `/s/${scenario}/`;
const left = 'trace-de-quelqu-un';
const plain = ['/', '/rejoindre/', '/aide/', '/ce-que-ce-site-est/', `/apropos/${scenario}/`, '/nulle-part/'];

const strip = (page: Page): Locator => page.getByRole('region', { name: 'Sur cet appareil' });
const offer = (page: Page): Locator => page.getByRole('region', { name: /plus personne/ });

/** The script has come and has looked. */
async function looked(page: Page): Promise<void> {
  await expect(page.locator('body[data-looked]')).toHaveCount(1, { timeout: 20_000 });
}

async function eraseFrom(page: Page): Promise<void> {
  await strip(page).getByRole('button', { name: 'Effacer et partir' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Effacer et partir' }).click();
}

/** Home, which says so; nothing of the learner is on the device. */
async function isErased(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname === '/');
  await expect(strip(page)).toContainText('C’est effacé');
  const after = await storesOf(page, true);
  isEmpty(after);
  expect.soft(JSON.stringify(after)).not.toMatch(/Tulipe|Jeudi matin|trace-de-quelqu-un/);
}

for (const [size, viewport] of Object.entries(sizes)) {
  test(`pages without an exercise say whom the device holds, and make it forget (${size})`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const path of plain) {
      await page.goto(path);
      await looked(page);
      await expect(strip(page), path).toHaveCount(0);
      await join(page);
      await page.reload();
      await expect(strip(page), path).toContainText(/Tulipe.*Jeudi matin.*vous n’êtes pas.*Tulipe/);
      expect.soft(await violations(page), path).toEqual([]);
      expect.soft(await tooWide(page), path).toEqual([]);
      if (size === 'phone') await standsWithLargeLetters(page, path);
      await page.evaluate(leaveTraces, left);
      await eraseFrom(page);
      await isErased(page);
      await page.reload();
      await looked(page);
      await expect(strip(page), path).toHaveCount(0);
    }
  });

  test(`a page that nobody touches offers it there too (${size})`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.clock.install();
    await page.goto('/aide/');
    await join(page);
    await page.reload();
    await strip(page).waitFor();
    await page.clock.fastForward('04:50');
    await page.clock.runFor(2000);
    await expect(offer(page)).toHaveCount(0);
    await page.clock.fastForward('00:10');
    await page.clock.runFor(2000);
    await expect(offer(page)).toContainText('Tulipe');
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await offer(page).getByRole('button', { name: 'Je suis là, continuer' }).click();
    await expect(offer(page)).toHaveCount(0);
    await page.clock.fastForward('05:00');
    await page.clock.runFor(2000);
    await offer(page).getByRole('button', { name: 'Effacer et partir' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Effacer et partir' }).click();
    await isErased(page);
  });
}

test('whoever joins a group is named at once; by keyboard alone they stay, then leave', async ({ page }) => {
  await page.goto('/rejoindre/');
  await looked(page);
  await join(page, 'Cèdre');
  await page.evaluate(() => document.dispatchEvent(new Event('replique:held')));
  const erase = strip(page).getByRole('button');
  await expect(strip(page)).toContainText('Cèdre');
  for (let presses = 0; presses < 12 && !(await erase.evaluate((each) => each === document.activeElement)); presses++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Effacer et partir ?' });
  await expect(dialog.getByRole('button', { name: 'Non, rester' })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(erase).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await isErased(page);
});

test('an exercise kept without any group is something of somebody', async ({ page }) => {
  const parcours = new Parcours(page, scenario);
  await parcours.ouvrir();
  await parcours.toutEstLa();
  await page.goto('/');
  await expect(strip(page)).toContainText('Un exercice est gardé sur cet appareil');
  await eraseFrom(page);
  await isErased(page);
});

test('an exercise says whom the device holds; in another tab, it is erased from there, and goes from here', async ({
  page,
  context,
}) => {
  const parcours = new Parcours(page, scenario);
  await page.goto('/');
  await join(page);
  await parcours.ouvrir();
  await expect(strip(page)).toContainText('Tulipe');
  await expect(strip(page).getByRole('button')).toHaveCount(0); // the desk's own is there
  expect(await violations(page)).toEqual([]);
  const other = await context.newPage();
  await other.goto(desk);
  await expect(other.getByRole('heading', { name: /déjà ouvert dans un autre onglet/ })).toBeVisible();
  await expect(strip(other)).toContainText('Tulipe');
  await other.getByRole('button', { name: 'Continuer ici' }).click();
  await expect(page.getByRole('heading', { name: /continue dans l’autre onglet/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await eraseFrom(page);
  await page.waitForURL((url) => url.pathname === '/');
  await other.waitForURL((url) => url.pathname === '/');
  for (const tab of [page, other]) isEmpty(await storesOf(tab, true));
});

test.describe('when something does not come', () => {
  // A worker would bring it all the same.
  test.use({ serviceWorkers: 'block' });

  for (const [state, blocked] of [
    ['that did not open', /\/contenu\//],
    ['whose scripts never come', /\/_astro\/(desk|run|react)\./],
  ] as const) {
    test(`an exercise ${state} can be left as well`, async ({ page }) => {
      await page.goto('/');
      await join(page);
      await page.route(blocked, (route) => route.abort());
      await page.goto(`${desk}?persona=karim`);
      await expect(strip(page)).toContainText('Tulipe', { timeout: 30_000 });
      await page.evaluate(leaveTraces, left);
      await eraseFrom(page);
      await isErased(page);
    });
  }

  test('who leaves before all has come leaves no pseudonym behind', async ({ page }) => {
    await page.goto('/');
    await join(page);
    // The rest of the exercise never comes: what waits for it is opened as the page goes.
    await page.route(/\/contenu\//, () => undefined);
    const parcours = new Parcours(page, scenario);
    await parcours.ouvrir();
    await page.getByRole('button', { name: 'Effacer et partir', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Effacer et partir' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Passer' }).click();
    await isErased(page);
  });
});

test('without a network it is erased all the same, and the page says so', async ({ page, context }) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await join(page);
  await page.reload();
  await strip(page).waitFor();
  await page.evaluate(leaveTraces, left);
  await context.setOffline(true);
  await eraseFrom(page);
  await expect(page.getByRole('heading', { name: 'C’est effacé' })).toBeFocused();
  await expect(page.locator('body')).not.toContainText('Tulipe');
  expect(await violations(page)).toEqual([]);
  const after = await storesOf(page, true);
  isEmpty(after);
  expect(JSON.stringify(after)).not.toContain(left);
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Entraînez-vous');
});

test.describe('without its worker, which would answer in the place of the browser’s own cache', () => {
  test.use({ serviceWorkers: 'block' });

  test('the browser is asked to forget what no script reaches, and keeps its cookies', async ({ page, context }) => {
    const cached = (path: string) =>
      page.evaluate(
        (asked) =>
          fetch(asked, { cache: 'only-if-cached', mode: 'same-origin' }).then(
            ({ ok }) => ok,
            () => false,
          ),
        path,
      );
    await page.goto(`/apropos/${scenario}/`);
    await join(page);
    await page.evaluate(leaveTraces, left);
    await context.addCookies([{ name: 'de-formateur', value: 'x', url: page.url(), httpOnly: true }]);
    expect(await cached(`/apropos/${scenario}/`)).toBe(true);
    const answer = await page.evaluate(() => fetch('/api/leave', { method: 'POST' }).then(({ status }) => status));
    expect(answer).toBe(204);
    expect(await cached(`/apropos/${scenario}/`)).toBe(false);
    const after = await storesOf(page, true);
    expect(after).toMatchObject({ localStorage: '{}', sessionStorage: '{}', indexedDB: '{}', caches: '[]' });
    expect(after['cookies']).toContain('de-formateur');
  });
});

test('a page that the browser brings back as it stood does not name who has left', async ({ page }) => {
  await page.goto('/aide/');
  await join(page);
  await page.reload();
  await strip(page).waitFor();
  await page.evaluate(() => {
    localStorage.clear();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(strip(page)).toHaveCount(0);
});

test('trainers’ pages offer nothing: they have their own way out', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/formateur/connexion');
  await join(page);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(strip(page)).toHaveCount(0);
  expect(asked).not.toContain('/leaving.js');
});
