import type { PersonaSource, Scenario } from '#engine';
import { smallScenario } from './ids.ts';

/** A compiled scenario as small as one can be: what a test's built site serves. Its identifiers are `smallScenario`'s. */
export const smallContent = {
  scenario: {
    id: smallScenario.id,
    hash: smallScenario.hash,
    title: smallScenario.title,
    mission: '',
    service: { name: 'Démo' },
    replicates: { site: 'demarche-modele.fr', asOf: '2026-01' },
    minutes: 5,
    difficulty: 'debutant',
    personas: ['amina'],
    start: 'accueil',
    messages: { code: {} },
    variants: [{ id: 'mots-simples', texts: {} }],
    endings: {
      recue: { id: 'recue', meaning: 'reussi', title: 'Reçue' },
      'en-retard': { id: 'en-retard', meaning: 'reussi', title: 'Reçue en retard' },
    },
    screens: {
      accueil: {
        id: 'accueil',
        title: 'Accueil',
        address: 'www.demarche-modele.fr',
        blocks: [
          { kind: 'field', id: 'numero', label: 'Numéro', input: 'nir', coach: { mistakes: [{ id: 'digits-15' }] } },
          { kind: 'field', id: 'mot-de-passe', label: 'Mot de passe', input: 'password', coach: {} },
        ],
        actions: [
          {
            id: 'se-connecter',
            does: {
              kind: 'call',
              operation: 'demo.signIn',
              with: {},
              on: { ok: { to: [{ to: 'declaration' }] }, locked: { stay: 'Non' }, wrongCredentials: { stay: 'Non' } },
            },
          },
          { id: 'aide', does: { kind: 'go', to: [{ to: 'aide' }] } },
        ],
      },
      declaration: {
        id: 'declaration',
        title: 'Déclaration',
        address: 'www.demarche-modele.fr',
        blocks: [
          { kind: 'field', id: 'montant', label: 'Montant', input: 'amount', coach: { mistakes: [{ id: 'brut' }] } },
        ],
        actions: [{ id: 'valider', does: { kind: 'go', to: [{ to: 'recue' }] } }],
      },
      aide: {
        id: 'aide',
        title: 'Aide',
        address: 'www.demarche-modele.fr',
        blocks: [],
        actions: [{ id: 'retour', does: { kind: 'go', to: [{ to: 'accueil' }] } }],
      },
    },
  } as unknown as Scenario,
  personas: {
    amina: {
      id: 'amina',
      title: 'Amina',
      story: '',
      people: [{ id: 'amina', firstName: 'Amina', lastName: 'B', birthDate: '1987-01-01', role: 'claimant' }],
      traits: {},
      papers: [{ id: 'carte', form: 'health-card', title: 'Carte', person: 'amina', items: {} }],
      documents: [],
      phone: '',
      email: '',
      address: [],
      mailbox: [],
    } as unknown as PersonaSource,
  },
};
