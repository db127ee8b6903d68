import * as small from '../../tests/support/small-scenario.ts';
import type { PersonaSource } from './persona.ts';
import type { Scenario } from './scenario/index.ts';

const { field, goes, screen } = small;

/** Two screens, a call, a grid with a prefilled amount that is wrong, a recap, a receipt. */
export const scenario: Scenario = small.scenario({
  id: 'essai/petit',
  title: 'Petit essai',
  mission: '{prénom} essaie.',
  service: { ...small.service, idle: { after: 'PT15M', to: 'expiree' } },
  personas: ['lea'],
  start: 'connexion',
  screens: {
    connexion: screen('connexion', {
      blocks: [
        field({
          id: 'nir',
          input: 'nir',
          answer: { paper: 'carte', item: 'nir13' },
          coach: {
            mistakes: [{ id: 'digits-15', when: { digits: 15 }, say: 'Quinze chiffres, {prénom} : c’est trop.' }],
          },
        }),
        field({ id: 'couple', input: 'yes-no', answer: { value: 'oui' } }),
        field({ id: 'conjoint', input: 'text', when: { couple: 'oui' }, answer: { value: 'Paul' } }),
      ],
      actions: [
        {
          id: 'continuer',
          label: 'Continuer',
          look: 'primary',
          validates: true,
          does: {
            kind: 'call',
            operation: 'essai.signIn',
            with: { nir: 'nir', partner: 'conjoint' },
            on: {
              ok: { to: [{ when: { couple: 'oui' }, to: 'montants' }, { to: 'seul' }] },
              wrong: { stay: 'Inconnu.', field: 'nir', clears: ['nir'] },
            },
            refusals: ['wrong'],
          },
        },
        small.inert('mentions', 'Mentions', 'Rien ici.'),
      ],
      way: 'continuer',
    }),
    montants: screen('montants', {
      signedIn: true,
      back: { to: 'connexion' },
      load: { operation: 'essai.read', with: {}, on: { ok: { stay: null } }, refusals: [] },
      blocks: [
        field({
          id: 'gains',
          input: 'grid',
          required: false,
          people: 'adults',
          kinds: [{ id: 'salaires', label: 'Salaires' }],
          months: [-2, -1],
          cents: true,
          cells: { 'lea.salaires': { paper: 'fiche', item: 'net' } },
          prefill: 'essai.read/figures',
          coach: {
            mistakes: [{ id: 'brut', when: { same: { paper: 'fiche', item: 'brut' } }, say: 'C’est le brut.' }],
          },
        }),
      ],
      actions: [goes('suite', 'Suite', 'recap')],
      way: 'suite',
    }),
    recap: screen('recap', {
      signedIn: true,
      back: { to: 'montants' },
      blocks: [
        {
          kind: 'summary',
          title: 'Récapitulatif',
          rows: [{ label: 'Gains', entry: 'montants/gains', edit: 'montants' }],
        },
      ],
      actions: [goes('valider', 'Valider', 'recu')],
      way: 'valider',
    }),
    recu: screen('recu', {
      receipt: true,
      actions: [goes('finir', 'Finir', 'fini', { validates: false })],
      way: 'finir',
    }),
    seul: screen('seul'),
    expiree: screen('expiree'),
  },
  endings: {
    fini: { id: 'fini', meaning: 'reussi', title: 'Fini' },
    abandon: { id: 'abandon', meaning: 'abandon', title: 'Laissé' },
  },
  services: ['essai'],
  facts: { couple: ['oui', 'non'] },
});

const amount = (label: string) => ({ label, kind: 'amount' as const, value: null });

export const lea: PersonaSource = {
  ...small.nobody,
  id: 'lea',
  title: 'Léa',
  people: [
    { id: 'lea', firstName: 'Léa', lastName: 'Martin', birthDate: '1990-01-01', role: 'claimant' },
    { id: 'paul', firstName: 'Paul', lastName: 'Martin', birthDate: '1989-01-01', role: 'partner' },
    { id: 'zoe', firstName: 'Zoé', lastName: 'Martin', birthDate: '2020-01-01', role: 'child' },
  ],
  traits: { situation: 'couple' },
  papers: [
    {
      id: 'carte',
      form: 'health-card',
      title: 'Carte de {prénom}',
      person: 'lea',
      items: { nir13: { label: 'Numéro', kind: 'nir', value: '1900575000042' } },
    },
    {
      id: 'fiche',
      form: 'payslip',
      title: 'Fiche de {mois:0}',
      person: 'lea',
      items: { brut: amount('Brut'), net: amount('Net') },
      series: { '-1': { brut: 200000, net: 156000 }, '-2': { brut: 190000, net: 150050 } },
    },
  ],
};
