import { test } from '@playwright/test';
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
