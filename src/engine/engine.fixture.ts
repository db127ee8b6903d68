import type { PersonaSource } from './persona.ts';
import type { Field, Scenario, Screen } from './scenario/index.ts';

const evidence = { confidence: 'assumed', seen: '2026-11', sources: [] } as const;

const field = (rest: { id: string; input: Field['input'] } & Record<string, unknown>): Field =>
  ({ kind: 'field', label: rest.id, required: true, coach: {}, ...rest }) as unknown as Field;

const screen = (rest: Partial<Screen> & Pick<Screen, 'id'>): Screen => ({
  title: rest.id,
  address: 'exemple',
  area: 'public',
  evidence,
  blocks: [],
  actions: [],
  back: { stay: 'Ici, on ne revient pas.' },
  signedIn: false,
  ...rest,
});

/** Two screens, a call, a grid with a prefilled amount that is wrong, a recap, a receipt. */
export const scenario: Scenario = {
  id: 'essai/petit',
  hash: '0123456789ab',
  title: 'Petit essai',
  mission: '{prénom} essaie.',
  service: {
    id: 'essai',
    name: 'Essai',
    masthead: { name: 'Essai', menu: [] },
    footer: [],
    tokens: {},
    density: 'normal',
    contacts: [],
    idle: { after: 'PT15M', to: 'expiree' },
  },
  replicates: { site: 'essai.invalid', asOf: '2026-11' },
  personas: ['lea'],
  difficulty: 'debutant',
  minutes: 5,
  skills: [],
  start: 'connexion',
  screens: {
    connexion: screen({
      id: 'connexion',
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
            with: { nir: 'nir' },
            on: {
              ok: { to: [{ when: { couple: 'oui' }, to: 'montants' }, { to: 'seul' }] },
              wrong: { stay: 'Inconnu.', field: 'nir', clears: ['nir'] },
            },
            refusals: ['wrong'],
          },
        },
        {
          id: 'mentions',
          label: 'Mentions',
          look: 'link',
          validates: false,
          does: { kind: 'inert', say: 'Rien ici.' },
        },
      ],
      way: 'continuer',
    }),
    montants: screen({
      id: 'montants',
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
      actions: [
        { id: 'suite', label: 'Suite', look: 'primary', validates: true, does: { kind: 'go', to: [{ to: 'recap' }] } },
      ],
      way: 'suite',
    }),
    recap: screen({
      id: 'recap',
      signedIn: true,
      back: { to: 'montants' },
      blocks: [
        {
          kind: 'summary',
          title: 'Récapitulatif',
          rows: [{ label: 'Gains', entry: 'montants/gains', edit: 'montants' }],
        },
      ],
      actions: [
        {
          id: 'valider',
          label: 'Valider',
          look: 'primary',
          validates: true,
          does: { kind: 'go', to: [{ to: 'recu' }] },
        },
      ],
      way: 'valider',
    }),
    recu: screen({
      id: 'recu',
      receipt: true,
      actions: [
        { id: 'finir', label: 'Finir', look: 'primary', validates: false, does: { kind: 'go', to: [{ to: 'fini' }] } },
      ],
      way: 'finir',
    }),
    seul: screen({ id: 'seul' }),
    expiree: screen({ id: 'expiree' }),
  },
  endings: {
    fini: { id: 'fini', meaning: 'reussi', title: 'Fini' },
    abandon: { id: 'abandon', meaning: 'abandon', title: 'Laissé' },
  },
  consequences: [],
  messages: {},
  variants: [],
  takeAway: { papers: [], steps: [], site: 'essai.invalid', otherWay: '' },
  services: ['essai'],
  facts: { couple: ['oui', 'non'] },
};

const amount = (label: string) => ({ label, kind: 'amount' as const, value: null });

export const lea: PersonaSource = {
  id: 'lea',
  title: 'Léa',
  story: '',
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
  documents: [],
  phone: '',
  email: '',
  address: [],
  mailbox: [],
};
