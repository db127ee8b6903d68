import type { AnswerOf, CallOf, FakeService, Handlers } from '../service.ts';
import { awake } from './account.ts';
import { antsRules } from './assumed.ts';
import { text } from './facts.ts';
import type { identityContract } from './identity-contract.ts';
import type { AntsWorld } from './world.ts';

/** A pre-application and its appointment. */
export interface IdentityWorld {
  /** Set once the pre-application is sent. */
  request: {
    readonly number: string;
    /** Epoch ms. */
    at: number;
    /** "declared": sent but not yet known to the town halls; "consumed": already used at a counter. */
    status: 'validated' | 'declared' | 'consumed';
  } | null;
  /** A form begun and kept, to be finished later. */
  draft: boolean;
  booking: 'none' | 'elsewhere' | 'here';
  /** The other town hall tells its cancellations late: the first try changes nothing yet. */
  slowCancellation: boolean;
  stampUsed: boolean;
  bankRefuses: boolean;
  /** The search finds nothing. */
  noSlot: boolean;
  /** Persons of the last search. */
  people: number;
  /** Calls of the town hall to the agency that fail. */
  agencyDown: number;
}

export const seedIdentity = (): IdentityWorld => ({
  request: null,
  draft: false,
  booking: 'none',
  slowCancellation: false,
  stampUsed: false,
  bankRefuses: false,
  noSlot: false,
  people: 1,
  agencyDown: 0,
});

const set =
  (change: Partial<IdentityWorld>): FakeService<AntsWorld>['presets'][string] =>
  ({ identity }) => {
    Object.assign(identity, change);
  };

/** The number of a pre-application made by a preset: a real run draws its own. */
const presetNumber = 'DEMO100001';

export const identityPresets: FakeService<AntsWorld>['presets'] = {
  'no-request': set({ request: null, draft: false, booking: 'none' }),
  'draft-kept': set({ draft: true }),
  'request-made': ({ identity }, { now }) => {
    identity.request ??= { number: presetNumber, at: now, status: 'validated' };
    Object.assign(identity, { booking: 'none', people: 1, agencyDown: 0 });
  },
  'number-expired': ({ identity }, { now }) => {
    if (identity.request) identity.request.at = now - antsRules.requestFor - 1;
  },
  'number-consumed': ({ identity }) => {
    if (identity.request) identity.request.status = 'consumed';
  },
  'number-declared': ({ identity }) => {
    if (identity.request) identity.request.status = 'declared';
  },
  'booked-elsewhere': set({ booking: 'elsewhere', slowCancellation: false }),
  'slow-cancellation': set({ slowCancellation: true }),
  'one-person': set({ people: 1 }),
  'two-people': set({ people: 2 }),
  'agency-down': set({ agencyDown: 1 }),
  'stamp-free': set({ stampUsed: false }),
  'stamp-used': set({ stampUsed: true }),
  'bank-accepts': set({ bankRefuses: false }),
  'bank-refuses': set({ bankRefuses: true }),
  slots: set({ noSlot: false }),
  'no-slot': set({ noSlot: true }),
};

type Operations = Handlers<AntsWorld, typeof identityContract>;
type Call<Name extends keyof Operations> = CallOf<AntsWorld, (typeof identityContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof identityContract)[Name]>;
const ok = { outcome: 'ok' } as const;

/** Passport: two digits, two letters, five digits (documented). Card: twelve digits, or nine letters and digits. */
const titleShapes = [/^\d{2}[A-Z]{2}\d{5}$/, /^\d{12}$/, /^[A-Z0-9]{9}$/];

const isFuture = (date: unknown, now: number) => text(date) > new Date(now).toISOString().slice(0, 10);

function submitRequest({ world: { identity }, now, digits, send }: Call<'submitRequest'>): Said<'submitRequest'> {
  if (identity.request) return { outcome: 'alreadyMade' };
  identity.request = { number: `DEMO${digits(6)}`, at: now, status: 'validated' };
  identity.draft = false;
  send('pre-demande-enregistree', { numero: identity.request.number });
  return ok;
}

function chooseStamp({ world: { identity }, input }: Call<'chooseStamp'>): Said<'chooseStamp'> {
  if (input['way'] !== 'deja-achete') return ok;
  if (!antsRules.stampShape.test(text(input['stampNumber']).replace(/\s/g, ''))) return { outcome: 'unknownStamp' };
  return identity.stampUsed ? { outcome: 'usedStamp' } : ok;
}

export const identityOperations: Operations = {
  openIdentityBoard: awake(({ world: { identity } }) => {
    if (identity.request) return { outcome: 'requestMade' };
    return identity.draft ? { outcome: 'draftWaiting' } : ok;
  }),
  saveRequestDraft: awake(({ world: { identity } }) => {
    identity.draft = true;
    return ok;
  }),
  startRequest: awake(({ input }) =>
    input['reason'] === 'pages-pleines' && input['title'] === 'cni' ? { outcome: 'pagesNeedPassport' } : ok,
  ),
  declareOldTitle: awake(({ input }) => {
    const number = text(input['oldNumber']).replace(/\s/g, '').toUpperCase();
    return titleShapes.some((shape) => shape.test(number)) ? ok : { outcome: 'wrongNumber' };
  }),
  saveIdentity: awake(({ input, now }) => {
    if (isFuture(input['birthDate'], now)) return { outcome: 'birthInFuture' };
    const height = Number(text(input['height']));
    const [least, most] = antsRules.heights;
    return height >= least && height <= most ? ok : { outcome: 'heightOutOfRange' };
  }),
  saveParents: awake(({ input, now }) =>
    isFuture(input['birth1'], now) || isFuture(input['birth2'], now) ? { outcome: 'birthInFuture' } : ok,
  ),
  saveContact: awake(({ input }) =>
    /^(\+33|0033|0)[67]/.test(text(input['mobile']).replace(/[\s.-]/g, '')) ? ok : { outcome: 'landline' },
  ),
  chooseStamp: awake(chooseStamp),
  payStamp: awake(({ world: { identity }, input, digits, send }) => {
    if (identity.bankRefuses) return { outcome: 'refused' };
    send(input['delivery'] === 'pdf' ? 'timbre-en-pdf' : 'timbre-achete', { timbre: `99${digits(14)}` });
    return ok;
  }),
  submitRequest: awake(submitRequest),
  readRequest: awake(({ world: { identity } }) => ({
    outcome: 'ok',
    data: { number: identity.request?.number ?? '' },
  })),
};
