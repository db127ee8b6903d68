import { expect, test } from '@playwright/test';
import { examineAll } from './examine.ts';
import { Parcours } from './parcours.ts';

const scenario = 'caf/declaration-trimestrielle';

/** Up to the dashboard, with what Amina's papers and mailbox say. */
async function seConnecter(parcours: Parcours) {
  await parcours.remplir('Numéro de sécurité sociale', '2841169000007');
  await parcours.remplir('Mot de passe', 'Jardin2024fleurs');
  await parcours.appuyer('Se connecter');
  await parcours.estSur("Confirmer que c'est vous");
  await parcours.appuyer('Envoyer le code');
  await parcours.remplir('Code à 6 chiffres', await parcours.lireLeCode('Votre code de connexion'));
  await parcours.appuyer('Valider');
}

for (const [ecran, viewport] of [
  ['wide screen', { width: 1280, height: 800 }],
  ['phone', { width: 360, height: 740 }],
] as const) {
  test(`the answer path, from sign-in to receipt, on a ${ecran}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const parcours = new Parcours(page, scenario);
    await parcours.ouvrir();
    await seConnecter(parcours);
    // The terms come at the first sign-in of this account.
    await parcours.estSur("Conditions générales d'utilisation");
    await parcours.choisir(/J'ai lu et j'accepte/);
    await parcours.appuyer('Continuer');
    await parcours.estSur('Mon Compte');
    await parcours.appuyer('Faire ma déclaration');
    await parcours.choisir('Non', /Votre profil/);
    await parcours.appuyer('Confirmer');
    await parcours.appuyer('Continuer');
    await parcours.choisir('Pensions alimentaires reçues');
    await parcours.appuyer('Continuer');
    for (const mois of [0, 1, 2]) {
      const cases = parcours.fenetre.getByRole('textbox', { name: /Pensions alimentaires, .*, Amina/ });
      await cases.nth(mois).fill('120');
    }
    await parcours.appuyer('Continuer');
    await parcours.estSur('Récapitulatif');
    await parcours.choisir(/J'atteste sur l'honneur/);
    await parcours.appuyer('Valider');
    await parcours.estSur('Votre déclaration est enregistrée');
    await parcours.appuyer('Se déconnecter');
    await parcours.aFini('La déclaration est enregistrée');
    parcours.fermer();
  });
}

test('three wrong paths, each with its way out: fifteen digits, a code too old, a correction without a proof', async ({
  page,
}) => {
  const parcours = new Parcours(page, scenario);
  await parcours.ouvrir();
  await parcours.remplir('Numéro de sécurité sociale', '2 84 11 69 000 007 07');
  await parcours.remplir('Mot de passe', 'Jardin2024fleurs');
  await parcours.appuyer('Se connecter');
  await parcours.voit(/doit comporter 13 caractères/);
  await examineAll(page, 'fifteen digits');
  await parcours.remplir('Numéro de sécurité sociale', '2841169000007');
  await parcours.remplir('Mot de passe', 'Jardin2024fleurs');
  await parcours.appuyer('Se connecter');
  await parcours.appuyer('Envoyer le code');

  const tropVieux = await parcours.lireLeCode('Votre code de connexion');
  await page.getByRole('button', { name: 'Réglages' }).click();
  await page.getByRole('button', { name: 'Avancer de 15 minutes' }).click();
  await page.getByRole('button', { name: 'Non, continuer l’exercice' }).click();
  await parcours.remplir('Code à 6 chiffres', tropVieux);
  await parcours.appuyer('Valider');
  await parcours.voit(/Code expiré/);
  await examineAll(page, 'a code too old');
  await parcours.appuyer('Renvoyer le code');
  await expect.poll(() => parcours.lireLeCode('Votre code de connexion')).not.toBe(tropVieux);
  await parcours.remplir('Code à 6 chiffres', await parcours.lireLeCode('Votre code de connexion'));
  await parcours.appuyer('Valider');

  await parcours.choisir(/J'ai lu et j'accepte/);
  await parcours.appuyer('Continuer');
  await parcours.appuyer('Faire ma déclaration');
  await parcours.choisir('Non', /Votre profil/);
  await parcours.appuyer('Confirmer');
  const salaire = parcours.fenetre.getByRole('textbox', { name: /^Salaires, .*Amina$/ }).first();
  await salaire.fill('mille deux cent quatre-vingt-dix');
  await parcours.appuyer('Continuer');
  const montants = parcours.fenetre.getByRole('table').first().getByRole('textbox');
  await expect(montants.first()).toHaveAttribute('aria-invalid', 'true');
  // The sentence under one amount leaves the others their room.
  const largeurs = await montants.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width));
  expect(Math.min(...largeurs)).toBeGreaterThan(Math.max(...largeurs) - 2);
  await salaire.fill('1290');
  await parcours.appuyer('Continuer');
  await parcours.voit(/Joignez un justificatif pour continuer/);
  await examineAll(page, 'no proof');
  await parcours.joindre('Justificatif', /heic/);
  await expect(parcours.fenetre.getByText(/Joignez un justificatif pour continuer/)).toHaveCount(0);
  await parcours.appuyer('Continuer');
  await parcours.voit(/Ce format n.est pas accepté/);
  await parcours.joindre('Justificatif', 'Photo nette');
  await parcours.appuyer('Continuer');
  await parcours.estSur('Mes autres ressources');
  parcours.fermer();
});

test('a provisional number is a dead end, and the end says whom to ask', async ({ page }) => {
  const parcours = new Parcours(page, scenario);
  await parcours.ouvrir('persona=karim');
  await parcours.remplir('Numéro de sécurité sociale', '7920399000015');
  await parcours.remplir('Mot de passe', 'Cuisine2025sel');
  await parcours.appuyer('Se connecter');
  await parcours.aFini('Ce numéro est provisoire');
  await parcours.voit(/Appelez le 3230/);
  parcours.fermer();
});
