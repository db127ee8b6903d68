import type { Action, Field, Persona, Scenario, Screen, ServiceManner } from '#engine';

/** Parts of invented scenarios, for fixtures: each says what matters to it, the rest is filled in here. */

type Rest<F> = F extends Field
  ? Omit<F, 'kind' | 'label' | 'required' | 'coach'> & Partial<Pick<F, 'label' | 'required' | 'coach'>>
  : never;

/** A field, required, without a coach; its label is its identifier unless it has another. */
export const field = (shape: Rest<Field>): Field =>
  ({ kind: 'field', label: shape.id, required: true, coach: {}, ...shape }) as Field;

export const screen = (id: string, parts: Partial<Screen> = {}): Screen => ({
  id,
  title: `Titre ${id}`,
  address: 'www.service.fr/page',
  area: 'public',
  evidence: { confidence: 'assumed', seen: '2026-01', sources: [] },
  blocks: [],
  actions: [],
  back: { stay: 'On reste ici.' },
  signedIn: false,
  ...parts,
});

/** The main button of a screen: it leads to another, or to an ending. */
export const goes = (id: string, label: string, to: string, parts: Partial<Action> = {}): Action => ({
  id,
  label,
  look: 'primary',
  validates: true,
  does: { kind: 'go', to: [{ to }] },
  ...parts,
});

/** A link that leads nowhere here. */
export const inert = (id: string, label: string, say = 'Ce lien ne mène nulle part.'): Action => ({
  id,
  label,
  look: 'link',
  validates: false,
  does: { kind: 'inert', say },
});

export const service: ServiceManner = {
  id: 'essai',
  name: 'Service',
  masthead: { name: 'Service', menu: [] },
  footer: [],
  tokens: {},
  density: 'normal',
  contacts: [],
};

export const scenario = (parts: Pick<Scenario, 'id' | 'start' | 'screens'> & Partial<Scenario>): Scenario => ({
  hash: '0123456789ab',
  title: 'Essai',
  mission: '{prénom} essaie.',
  service,
  replicates: { site: 'service.fr', asOf: '2026-01' },
  personas: ['amina'],
  difficulty: 'debutant',
  minutes: 5,
  skills: [],
  endings: {
    fini: { id: 'fini', meaning: 'reussi', title: 'Fini' },
    abandon: { id: 'abandon', meaning: 'abandon', title: 'Arrêté' },
  },
  consequences: [],
  messages: {},
  variants: [],
  takeAway: { papers: [], steps: [], site: 'service.fr', otherWay: 'Au guichet.' },
  services: [],
  facts: {},
  ...parts,
});

/** What a persona has besides an identifier, people and papers: nothing. */
export const nobody = {
  title: '',
  story: '',
  traits: {},
  documents: [],
  phone: '',
  email: '',
  address: [],
  mailbox: [],
} satisfies Omit<Persona, 'id' | 'people' | 'papers'>;
