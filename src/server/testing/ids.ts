import type { ScenarioIds } from '#recording';

/** A small scenario, as the server knows it: two screens on the way, one aside. */
export const smallScenario: ScenarioIds = {
  id: 'demo/petite',
  hash: '0123456789ab',
  title: 'Petite démarche',
  screens: {
    accueil: { fields: { numero: ['digits-15'], 'mot-de-passe': [] }, actions: ['se-connecter', 'aide'] },
    declaration: { fields: { montant: ['brut'] }, actions: ['valider'] },
    aide: { fields: {}, actions: ['retour'] },
  },
  operations: { 'demo.signIn': ['locked', 'ok', 'wrongCredentials'] },
  endings: ['abandon', 'en-retard', 'recue'],
  papers: ['carte'],
  messages: ['code'],
  personas: ['amina'],
  variants: ['mots-simples'],
};

export const smallEdition = `${smallScenario.id}@${smallScenario.hash}`;
