import { expect, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { sizes } from './examine.ts';
import { test } from './one-page.ts';
import { Parcours } from './parcours.ts';

/** The banner of cookies lies over the foot of the page: the first field is in sight and takes what is typed. */
const banner = (page: Page) => page.getByRole('region', { name: 'Cookies' });
const number = (page: Page) => page.getByLabel('Numéro de sécurité sociale');

for (const [size, viewport] of Object.entries(sizes)) {
  test(`the first field stands above the banner and can be typed in, ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const parcours = new Parcours(page, 'caf/declaration-trimestrielle');
    await parcours.ouvrir();
    const [field, over] = [await number(page).boundingBox(), await banner(page).boundingBox()];
    expect(field && over && field.y + field.height <= over.y).toBe(true);
    expect(over && over.y + over.height <= viewport.height).toBe(true);
    await number(page).fill('2841169000007');
    expect(await violations(page, { include: 'main', exclude: 'div[data-pane] div[data-pane]' })).toEqual([]);
    await banner(page).getByRole('button', { name: 'Tout refuser' }).click();
    await expect(banner(page)).toHaveCount(0);
    await expect(number(page)).toHaveValue('2841169000007');
    await expect(parcours.fenetre.getByRole('heading', { level: 1 })).toBeFocused();
    parcours.fermer();
  });
}

test('by keyboard: the banner comes before the page, and what has the focus is not left under it', async ({ page }) => {
  await page.setViewportSize(sizes.phone);
  const parcours = new Parcours(page, 'caf/declaration-trimestrielle');
  await parcours.ouvrir();
  await page.getByRole('button', { name: 'Recharger la page' }).focus();
  await page.keyboard.press('Tab');
  await expect(banner(page).getByRole('button', { name: 'Tout accepter' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(number(page)).toBeFocused();
  const under: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    const found = await page.evaluate(() => {
      const at = document.activeElement?.getBoundingClientRect();
      const over = document.querySelector('[data-banner]')?.getBoundingClientRect();
      const isIn = document.activeElement?.closest('[data-screen]') !== null;
      const hidden = at && over && isIn && at.top < over.bottom && at.bottom > over.top + 1;
      return hidden ? (document.activeElement?.textContent ?? '?') : null;
    });
    if (found !== null) under.push(found);
    await page.keyboard.press('Tab');
  }
  expect(under).toEqual([]);
  parcours.fermer();
});

test('on a phone, the coach does not talk over the buttons of the banner', async ({ page }) => {
  await page.setViewportSize(sizes.phone);
  const parcours = new Parcours(page, 'caf/declaration-trimestrielle');
  await parcours.ouvrir('niveau=guide-moi');
  const whisper = page.getByRole('complementary', { name: 'Le coach' });
  await expect(whisper).toBeVisible();
  const [said, over] = [await whisper.boundingBox(), await banner(page).boundingBox()];
  expect(said && over && said.y + said.height <= over.y).toBe(true);
  parcours.fermer();
});
