import { expect, test } from '@playwright/test';
import { Parcours } from './parcours.ts';

/** On a bad line the page is there long before its scripts: what is typed in it then must count. */
test('what was typed before the scripts came is kept, and sent', async ({ page }) => {
  const parcours = new Parcours(page, 'caf/declaration-trimestrielle');
  let arrive = () => {};
  const late = new Promise<void>((done) => {
    arrive = done;
  });
  await page.route('**/_astro/*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto('/s/caf/declaration-trimestrielle/', { waitUntil: 'commit' });
  await parcours.champ('Numéro de sécurité sociale').fill('2841169000007');
  await parcours.champ('Mot de passe').fill('Jardin2024fleurs');
  // A press that comes too early does nothing, and above all sends nothing anywhere.
  await parcours.fenetre.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await parcours.champ('Mot de passe').press('Enter');
  expect(new URL(page.url()).search).toBe('');
  arrive();
  await parcours.pret();
  await expect(parcours.champ('Numéro de sécurité sociale')).toHaveValue('2841169000007');
  await parcours.appuyer('Se connecter');
  await parcours.estSur(/^Confirmer que c/);
  parcours.fermer();
});
