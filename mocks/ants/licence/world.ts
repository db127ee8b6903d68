import type { FakeService } from '../../service.ts';
import type { AntsWorld } from '../world.ts';

export type Verdict = 'accepted' | 'asked' | 'rejected';
export type FileClass = 'none' | 'right' | 'doubtful';

/** A driving licence to replace. Classes and outcomes: nothing that was typed. */
export interface LicenceWorld {
  reason: 'loss' | 'theft' | 'other';
  /** Whether name, forenames and birth date are those of the identity paper. */
  names: 'right' | 'other';
  photo: {
    /** The code of the exercise: "fresh" is not known yet, it takes up to 72 hours. */
    own: 'known' | 'fresh' | 'used' | 'expired';
    /** A code that was not known when it was given; "other" never will be. */
    pending: 'own' | 'other' | null;
    /** A classic photo, glued on the form and sent by post: no code is used. */
    byPost: boolean;
  };
  files: { identity: FileClass; home: FileClass; theft: FileClass };
  payment: 'none' | 'pending' | 'paid';
  /** The next payment page closes by itself. */
  paymentBreaks: boolean;
  stampUsed: boolean;
  /** Set once the request is sent. */
  request: { readonly number: string } | null;
  /** What the agent said of it. */
  review: 'none' | Verdict;
}

/** One trait of the persona matters: `photo: toute-neuve` (taken yesterday, so not known yet). */
export function seedLicence(traits: Readonly<Record<string, string>>): LicenceWorld {
  return {
    reason: 'loss',
    names: 'right',
    photo: { own: traits['photo'] === 'toute-neuve' ? 'fresh' : 'known', pending: null, byPost: false },
    files: { identity: 'none', home: 'none', theft: 'none' },
    payment: 'none',
    paymentBreaks: false,
    stampUsed: false,
    request: null,
    review: 'none',
  };
}

/** What the agent finds: names first, then papers. */
export function verdict({ names, ...licence }: LicenceWorld): Verdict {
  if (names === 'other') return 'rejected';
  return papersAsked(licence).length > 0 ? 'asked' : 'accepted';
}

/** The papers that the agent could not use. */
export function papersAsked({ files }: Pick<LicenceWorld, 'files'>): readonly (keyof LicenceWorld['files'])[] {
  return (['identity', 'home', 'theft'] as const).filter((name) => files[name] === 'doubtful');
}

const set =
  (change: Partial<LicenceWorld>): FakeService<AntsWorld>['presets'][string] =>
  ({ licence }) => {
    Object.assign(licence, change);
  };
const photo =
  (own: LicenceWorld['photo']['own'], pending: LicenceWorld['photo']['pending'] = null) =>
  ({ licence }: AntsWorld) => {
    licence.photo = { own, pending, byPost: false };
  };
const doubtful =
  (name: keyof LicenceWorld['files']) =>
  ({ licence }: AntsWorld) => {
    licence.files[name] = 'doubtful';
  };

export const licencePresets: FakeService<AntsWorld>['presets'] = {
  'licence-none': set({ request: null, review: 'none', payment: 'none' }),
  'licence-sent': ({ licence }) => {
    licence.request ??= { number: 'DEMO-100001' };
    Object.assign(licence, { review: 'none', payment: 'paid' });
  },
  'licence-reviewed': ({ licence }) => {
    licence.review = verdict(licence);
  },
  'licence-sound': ({ licence }) => {
    licence.names = 'right';
    licence.files = { identity: 'right', home: 'right', theft: licence.reason === 'theft' ? 'right' : 'none' };
  },
  'licence-misnamed': set({ names: 'other' }),
  'identity-doubtful': doubtful('identity'),
  'home-doubtful': doubtful('home'),
  'theft-doubtful': doubtful('theft'),
  'photo-known': photo('known'),
  'photo-fresh': photo('fresh'),
  'photo-used': photo('used'),
  'photo-expired': photo('expired'),
  'photo-pending': photo('fresh', 'own'),
  'photo-mistyped': photo('known', 'other'),
  'payment-none': set({ payment: 'none' }),
  'payment-done': set({ payment: 'paid' }),
  'payment-pending': set({ payment: 'pending' }),
  'payment-holds': set({ paymentBreaks: false }),
  'payment-breaks': set({ paymentBreaks: true }),
  'licence-stamp-free': set({ stampUsed: false }),
  'licence-stamp-used': set({ stampUsed: true }),
};
