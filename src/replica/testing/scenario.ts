import type { Action, Block, Field, PersonaSource, Scenario, Screen, ServiceManner } from '#engine';
import * as small from '../../../tests/support/small-scenario.ts';

/** A small scenario with every kind of field and block, written by hand: for tests of the interface only. */

export const { field, goes } = small;

export const screen = (
  id: string,
  blocks: readonly Block[],
  actions: readonly Action[] = [],
  more: Partial<Screen> = {},
): Screen => small.screen(id, { area: 'account', blocks, actions, ...more });

export const service: ServiceManner = {
  ...small.service,
  masthead: {
    name: 'Service public imité',
    tagline: 'Espace personnel',
    menu: ['Mes droits', 'Aide'],
    right: 'Mon compte',
  },
  footer: ['Contact', 'Mentions légales'],
  tokens: { accent: '#1a5f96', header: '#123f66' },
  contacts: [{ way: 'phone', text: 'Appelez le 3000.' }],
  idle: { after: 'PT15M', to: 'dehors' },
};

export const amina: PersonaSource = {
  ...small.nobody,
  id: 'amina',
  title: 'Amina, 38 ans',
  story: 'Elle travaille. Elle a deux enfants.',
  people: [
    { id: 'amina', firstName: 'Amina', lastName: 'Exemple', birthDate: '1988-02-03', role: 'claimant' },
    { id: 'youssef', firstName: 'Youssef', lastName: 'Exemple', birthDate: '1986-05-06', role: 'partner' },
    { id: 'lina', firstName: 'Lina', lastName: 'Exemple', birthDate: '2018-05-06', role: 'child' },
  ],
  traits: { situation: 'couple' },
  papers: [
    {
      id: 'carte',
      form: 'health-card',
      title: 'Carte',
      person: 'amina',
      items: { nir13: { label: 'Numéro', kind: 'nir', value: '2880799000123' } },
    },
  ],
  documents: [
    { id: 'fiche-nette', title: 'Fiche de paie', paper: 'carte', format: 'pdf', quality: 'sharp', megabytes: 0.4 },
    { id: 'fiche-floue', title: 'Photo floue', paper: 'carte', format: 'heic', quality: 'blurred', megabytes: 7.2 },
  ],
  phone: '06 00 00 00 00',
  email: 'amina@exemple.fr',
  address: ['1 rue des Lilas'],
};

export const karim: PersonaSource = { ...amina, id: 'karim', title: 'Karim, 27 ans' };

const options = [
  { id: 'un', label: 'Premier choix' },
  { id: 'deux', label: 'Deuxième choix', hint: 'Avec une aide' },
  { id: 'trois', label: 'Troisième choix' },
];

export const everyField: readonly Field[] = [
  field({ id: 'mot', input: 'text', label: 'Nom', hint: 'Comme sur la carte' }),
  field({
    id: 'nir',
    input: 'nir',
    digits: 13,
    label: 'Numéro de sécurité sociale',
    answer: { paper: 'carte', item: 'nir13' },
  }),
  field({ id: 'montant', input: 'amount', cents: true, label: 'Montant' }),
  field({ id: 'date', input: 'date', boxes: 3, label: 'Date de naissance' }),
  field({ id: 'date-une', input: 'date', boxes: 1, label: 'Date d’entrée' }),
  field({ id: 'code', input: 'code', digits: 6, label: 'Code reçu' }),
  field({ id: 'secret', input: 'password', label: 'Mot de passe' }),
  field({
    id: 'nouveau',
    input: 'new-password',
    label: 'Nouveau mot de passe',
    rules: [
      { say: 'Au moins 10 caractères', min: 10 },
      { say: 'Un chiffre', has: 'digit' },
    ],
  }),
  field({ id: 'choix', input: 'choice', options, look: 'radio', label: 'Un choix' }),
  field({ id: 'liste', input: 'choice', options, look: 'select', label: 'Une liste' }),
  field({ id: 'oui-non', input: 'yes-no', label: 'Votre profil a-t-il changé ?' }),
  field({ id: 'plusieurs', input: 'choices', options, label: 'Plusieurs choix', required: false }),
  field({ id: 'case', input: 'tick', label: 'J’ai lu et j’accepte' }),
  field({
    id: 'commune',
    input: 'typeahead',
    label: 'Commune',
    options: [
      { id: 'c1', label: '75010 PARIS' },
      { id: 'c2', label: '75011 PARIS' },
      { id: 'c3', label: '69001 LYON' },
    ],
    noMatch: 'Aucune commune ne correspond.',
  }),
  field({ id: 'piece', input: 'file', accept: ['pdf'], maxMegabytes: 5, label: 'Justificatif' }),
  field({
    id: 'grille',
    input: 'grid',
    label: 'Vos ressources',
    people: 'adults',
    kinds: [
      { id: 'salaires', label: 'Salaires' },
      { id: 'chomage', label: 'Chômage' },
    ],
    months: [-4, -3, -2],
    cents: true,
    cells: {},
    required: false,
  }),
  field({
    id: 'image',
    input: 'captcha',
    label: 'Recopiez',
    challenge: 'K7P4',
    spoken: 'K comme Karine, 7, P comme Pierre, 4.',
  }),
];

const everyBlock: readonly Block[] = [
  { kind: 'heading', level: 2, text: 'Un titre' },
  { kind: 'paragraph', text: 'Un paragraphe pour {prénom}.' },
  { kind: 'list', items: ['Un', 'Deux'] },
  { kind: 'notice', tone: 'info', text: 'Pour information.' },
  { kind: 'notice', tone: 'success', title: 'Bravo', text: 'C’est fait.' },
  { kind: 'notice', tone: 'warning', text: 'Attention.' },
  { kind: 'notice', tone: 'error', text: 'Cela ne va pas.' },
  { kind: 'foldout', label: 'En savoir plus', blocks: [{ kind: 'paragraph', text: 'Plié.' }] },
  {
    kind: 'card',
    title: 'Mes paiements',
    collapsible: true,
    open: true,
    blocks: [{ kind: 'paragraph', text: 'Aucun.' }],
  },
  { kind: 'table', caption: 'Paiements', columns: ['Date', 'Montant'], rows: [['5 mai', '100 €']] },
  { kind: 'summary', title: 'Résumé', rows: [{ label: 'Numéro', entry: 'depart/nir', edit: 'depart' }] },
];

/** "depart" asks a number, "tout" shows everything, "fin" ends. */
export const scenario: Scenario = small.scenario({
  id: 'essai/tout',
  title: 'Tout essayer',
  mission: '{prénom} essaie tout.',
  service,
  personas: ['amina', 'karim'],
  start: 'depart',
  screens: {
    depart: screen(
      'depart',
      [
        field({
          id: 'nir',
          input: 'nir',
          digits: 13,
          label: 'Numéro de sécurité sociale',
          answer: { paper: 'carte', item: 'nir13' },
        }),
        field({ id: 'secret', input: 'password', label: 'Mot de passe' }),
        field({ id: 'oui-non', input: 'yes-no', label: 'Avez-vous déménagé ?', required: false }),
      ],
      [goes('continuer', 'Continuer', 'tout'), small.inert('mort', 'Mentions légales')],
      { area: 'sign-in' },
    ),
    tout: screen(
      'tout',
      [...everyBlock, ...everyField],
      [
        goes('finir', 'Terminer', 'fini', { validates: false }),
        goes('revenir', 'Revenir', 'depart', { look: 'secondary', validates: false }),
      ],
      { back: { to: 'depart' }, signedIn: true, step: { at: 2, of: 3, label: 'Ressources' } },
    ),
    dehors: screen(
      'dehors',
      [{ kind: 'paragraph', text: 'Déconnecté.' }],
      [goes('encore', 'Se reconnecter', 'depart')],
    ),
  },
  endings: {
    fini: { id: 'fini', meaning: 'reussi', title: 'C’est fini' },
    abandon: { id: 'abandon', meaning: 'abandon', title: 'Arrêté' },
  },
  facts: { 'oui-non': ['oui', 'non'] },
});
