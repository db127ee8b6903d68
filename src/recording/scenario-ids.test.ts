import { describe, expect, it } from 'vitest';
import type { PersonaSource, Scenario } from '#engine';
import { scenarioIds } from './scenario-ids.ts';

const scenario = {
  id: 'demo/petite',
  hash: '0123456789ab',
  title: 'Petite démarche',
  personas: ['amina'],
  messages: { code: {} },
  variants: [{ id: 'mots-simples', texts: {} }],
  endings: { recue: {} },
  screens: {
    accueil: {
      id: 'accueil',
      load: { operation: 'demo.read', with: {}, on: { ok: { stay: null } } },
      actions: [
        { id: 'suivant', does: { kind: 'call', operation: 'demo.send', with: {}, on: { refused: { stay: 'Non' } } } },
        { id: 'retour', does: { kind: 'go', to: [] } },
      ],
      blocks: [
        { kind: 'paragraph', text: 'Bonjour' },
        {
          kind: 'card',
          blocks: [
            {
              kind: 'group',
              blocks: [{ kind: 'field', id: 'numero', input: 'nir', coach: { mistakes: [{ id: 'digits-15' }] } }],
            },
          ],
        },
        {
          kind: 'field',
          id: 'revenus',
          input: 'grid',
          people: 'adults',
          kinds: [{ id: 'salaires' }],
          months: [-3, -2],
          coach: {},
        },
      ],
    },
  },
} as unknown as Scenario;
const amina = {
  id: 'amina',
  people: [
    { id: 'amina', role: 'claimant' },
    { id: 'lina', role: 'child' },
  ],
  papers: [{ id: 'carte' }, { id: 'fiche', series: { '-2': {} } }],
  mailbox: [{ id: 'bienvenue' }],
} as unknown as PersonaSource;

describe('scenarioIds', () => {
  it('reads every identifier that an event may name', () => {
    expect(scenarioIds(scenario, { amina })).toEqual({
      id: 'demo/petite',
      hash: '0123456789ab',
      title: 'Petite démarche',
      screens: {
        accueil: {
          fields: {
            numero: ['digits-15'],
            revenus: [],
            'revenus/amina.salaires.-3': [],
            'revenus/amina.salaires.-2': [],
          },
          actions: ['retour', 'suivant'],
        },
      },
      operations: {
        'demo.read': ['maintenance', 'ok', 'outage', 'sessionExpired'],
        'demo.send': ['maintenance', 'outage', 'refused', 'sessionExpired'],
      },
      endings: ['abandon', 'recue'],
      papers: ['carte', 'fiche', 'fiche@-2'],
      messages: ['bienvenue', 'code'],
      personas: ['amina'],
      variants: ['mots-simples'],
    });
  });
});
