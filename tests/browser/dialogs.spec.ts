import { expect, test } from '@playwright/test';
import { playOn } from '#authoring';
import { Actor } from './actor.ts';
import { catalogue } from './catalogue.ts';
import { examineAll } from './examine.ts';
import { rehearse } from './rehearsal.ts';

/** What opens over the desk or in the site's page, which no arrival at a screen shows. */
const scenario = catalogue.scenarios['caf/declaration-trimestrielle'];
const amina = catalogue.personas['amina'];
if (!scenario || !amina) throw new Error('The first procedure is missing from the catalogue');

/** Where a rehearsal of the answers first stands on a screen. */
async function standingOn(screen: string) {
  if (!scenario || !amina) throw new Error('No scenario.');
  const play = { scenario, persona: amina, name: screen };
  const { moments } = await rehearse(play, (driver) => playOn(driver, { name: screen, follow: 'answers' }));
  const moment = moments.find(({ at }) => at === screen);
  if (!moment) throw new Error(`The answers never lead to « ${screen} »`);
  return { scenario, persona: amina, moment };
}

test('the document picker, the settings, the two ways out and the log-out warning pass axe', async ({ page }) => {
  const { moment, ...cast } = await standingOn('ressources');
  const actor = new Actor(page, cast);
  await actor.open(moment);
  const { fenetre } = actor.parcours;
  await actor.parcours.deplier('Un montant ne correspond pas');
  await fenetre.getByRole('button', { name: /document : Justificatif/ }).click();
  await expect(fenetre.getByRole('group', { name: 'Les documents d’Amina' })).toBeVisible();
  await examineAll(page, 'the document picker');
  await page.keyboard.press('Escape');

  const dialog = page.getByRole('dialog');
  const open = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  for (const name of ['Réglages', 'Recommencer', 'Effacer et partir']) {
    await open(name);
    await expect(dialog).toBeVisible();
    await examineAll(page, name);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await open('Effacer et partir');
  await dialog.getByRole('button', { name: 'Effacer et partir' }).click();
  await expect(dialog.getByRole('button', { name: 'Passer' })).toBeVisible();
  await examineAll(page, 'the question on leaving');
  await page.keyboard.press('Escape');

  await page.clock.fastForward('14:30');
  await page.clock.runFor(2000);
  await expect(page.getByRole('dialog', { name: 'Vous êtes toujours là ?' })).toBeVisible();
  await examineAll(page, 'the log-out warning');
  actor.parcours.fermer();
});
