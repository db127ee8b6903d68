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

test('by keyboard alone: the exercise is paused, kept over a reload and taken up; each limit is made longer', async ({
  page,
}) => {
  const { moment, ...cast } = await standingOn('code-mail');
  const actor = new Actor(page, cast);
  await actor.open(moment);
  const focused = page.locator(':focus');
  const settings = page.getByRole('dialog', { name: 'Réglages' });
  const openSettings = async () => {
    await page.getByRole('button', { name: 'Réglages', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(settings).toBeVisible();
    await expect(focused).toHaveText('Mettre l’exercice en pause');
  };
  await openSettings();
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Donnez-moi plus de temps');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('Revenir au temps normal');
  await expect(settings.getByText('durent maintenant dix fois plus')).toBeVisible();
  await examineAll(page, 'the settings with more time');
  await page.keyboard.press('Escape');
  // A code lasts 15 minutes: here two hours and a half.
  await page.clock.fastForward('02:00:00');
  await actor.parcours.remplir('Code à 6 chiffres', await actor.parcours.lireLeCode('Votre code de connexion'));

  await openSettings();
  await page.keyboard.press('Enter');
  const paused = page.getByRole('dialog', { name: 'L’exercice est en pause' });
  await expect(paused).toBeVisible();
  await expect(focused).toHaveText('Reprendre');
  await examineAll(page, 'the pause');
  await page.clock.fastForward('05:00:00');
  await page.clock.runFor(2000);
  await expect(paused.getByText(/effacez ce qu’il a gardé avant de partir/)).toBeVisible();
  await examineAll(page, 'the pause, nobody there');
  await actor.parcours.recharger();
  await expect(paused).toBeVisible();
  await page.clock.fastForward('05:00:00');
  await expect(focused).toHaveText('Reprendre');
  await page.keyboard.press('Enter');
  await expect(paused).toHaveCount(0);
  await actor.parcours.remplir('Code à 6 chiffres', await actor.parcours.lireLeCode('Votre code de connexion'));
  await actor.parcours.appuyer('Valider');
  await actor.parcours.estSur("Conditions générales d'utilisation");
  actor.parcours.fermer();
});
