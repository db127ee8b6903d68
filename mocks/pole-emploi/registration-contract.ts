import type { ServiceContract } from '#engine';
import { always, files, signedIn } from './recipes.ts';

/** The registration form, one operation a step, and what follows. */
export const registrationContract = {
  /** Somebody who believes to have no personal space: one number, one space. */
  findSpace: {
    session: false,
    input: { nir: { kind: 'nir' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: {} },
      noSpace: { status: 200, recipe: { personas: ['karim'] } },
      wrongKey: { status: 422, recipe: { input: { nir: 'wrong' } } },
      unknownNumber: { status: 404, recipe: { input: { nir: { value: '190057500004252' } } } },
    },
  },
  createSpace: {
    session: false,
    input: {
      mail: { kind: 'email' },
      mailAgain: { kind: 'email' },
      password: { kind: 'secret' },
      terms: { kind: 'tick' },
    },
    outcomes: {
      ok: { status: 200, success: true, recipe: {} },
      mailsDiffer: { status: 422, recipe: { input: { mailAgain: 'wrong' } } },
    },
  },
  resendLink: { session: false, input: {}, outcomes: { ok: { status: 200, success: true, recipe: {} } } },
  /** The link of the mail: it opens the space, and gives its identifier. */
  openLink: {
    session: false,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['link-sent'] } },
      linkExpired: { status: 410, recipe: { presets: ['link-old'] } },
    },
  },
  openRegistration: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn('nothing-begun') },
      draftWaiting: { status: 200, recipe: signedIn('draft-begun') },
      draftExpired: { status: 200, recipe: signedIn('draft-too-old') },
      alreadyRegistered: { status: 200, recipe: signedIn('registered') },
    },
  },
  savePersonal: {
    session: true,
    input: {
      nir: { kind: 'nir' },
      nationality: { kind: 'choice' },
      permit: { kind: 'date', optional: true },
      paperless: { kind: 'tick' },
    },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn() },
      wrongKey: { status: 422, recipe: { ...signedIn(), input: { nir: 'wrong' } } },
      notCertified: { status: 422, recipe: { ...signedIn(), input: { nir: { value: '190057500004252' } } } },
      permitExpired: {
        status: 422,
        recipe: { ...signedIn(), input: { nationality: { value: 'autre' }, permit: { value: '2020-01-31' } } },
      },
    },
  },
  saveSituation: {
    session: true,
    input: { reason: { kind: 'choice' }, end: { kind: 'date' }, available: { kind: 'choice' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn() },
      contractNotEnded: { status: 422, recipe: { ...signedIn(), input: { end: { value: '2039-12-31' } } } },
    },
  },
  saveJobs: {
    session: true,
    input: { start: { kind: 'date' }, end: { kind: 'date' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn() },
      datesReversed: { status: 422, recipe: { ...signedIn(), input: { start: { value: '2039-12-31' } } } },
    },
  },
  /** Nothing forces an answer here: that is the trap. */
  saveAllowance: always({ wanted: { kind: 'choice', optional: true } }),
  saveStudies: always({ level: { kind: 'choice' } }),
  saveJobSearch: always({ trade: { kind: 'choice' } }),
  saveNeeds: always({ needs: { kind: 'choices', optional: true } }),
  saveBank: {
    session: true,
    input: { iban: { kind: 'text' }, bankProof: { kind: 'document' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn() },
      wrongIban: { status: 422, recipe: { ...signedIn(), input: { iban: 'wrong' } } },
      ...files('bankProof', signedIn()),
    },
  },
  /** « Enregistrer et quitter ». */
  saveDraft: always({}),
  submit: {
    session: true,
    input: { honour: { kind: 'tick' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn('draft-begun') },
      alreadyRegistered: { status: 409, recipe: signedIn('registered') },
    },
  },
  book: {
    session: true,
    input: { slot: { kind: 'choice' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn('slots-free') },
      slotTaken: { status: 409, recipe: signedIn('slots-taken') },
    },
  },
  /** Whoever gets letters online signs out into the weeks that follow, once. */
  signOut: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn('letters-by-post') },
      weeksPass: { status: 200, recipe: signedIn('letters-online') },
    },
  },
  readLetters: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn('no-letter') },
      convocation: { status: 200, recipe: signedIn('convocation-waiting') },
      warning: { status: 200, recipe: signedIn('warning-waiting') },
      sanction: { status: 200, recipe: signedIn('sanction-sent') },
    },
  },
  /** A vague mail is left where it is, and weeks pass: a warning, then a sanction. */
  ignoreMail: {
    session: false,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['convocation-waiting'] } },
      sanction: { status: 200, recipe: { presets: ['warning-waiting'] } },
    },
  },
  readConfirmation: always({}, signedIn('registered'), ['number']),
} as const satisfies ServiceContract['operations'];
