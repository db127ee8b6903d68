import type { OperationContract, Recipe, ServiceContract } from '#engine';
import { updateContract } from './update-contract.ts';

const signedIn = (...more: string[]): Recipe => ({ presets: ['signed-in', ...more] });

/** An operation of an open account that has one answer only. */
const always = (
  input: OperationContract['input'],
  recipe = signedIn(),
  data?: readonly string[],
): OperationContract => ({
  session: true,
  input,
  outcomes: { ok: { status: 200, success: true, recipe, ...(data && { data }) } },
});

const files = (name: string, recipe: Recipe) => ({
  wrongFormat: { status: 415, recipe: { ...recipe, input: { [name]: { value: 'photo-iphone' } } } },
  tooHeavy: { status: 413, recipe: { ...recipe, input: { [name]: { value: 'scan-lourd' } } } },
});

/** Signing in: the identifier, then the password, then a code by mail. */
const signInOperations: ServiceContract['operations'] = {
  /** Always answers yes: which of the two is wrong is said of neither. */
  giveIdentifier: {
    session: false,
    input: { identifier: { kind: 'text' } },
    outcomes: { ok: { status: 200, success: true, recipe: {} } },
  },
  /** Sends a code by mail when both are right. */
  signIn: {
    session: false,
    input: { password: { kind: 'secret' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['fresh-account'] } },
      wrongCredentials: { status: 403, recipe: { presets: ['fresh-account'], input: { password: 'wrong' } } },
      locked: { status: 403, recipe: { presets: ['four-failures'], input: { password: 'wrong' } } },
    },
  },
  /** Back from FranceConnect: neither password nor code. */
  enterWithFranceConnect: {
    session: false,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: {} } },
  },
  resendCode: always({}, { presets: ['password-given'] }),
  confirmCode: {
    session: true,
    input: { code: { kind: 'code' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: {} },
      wrongCode: { status: 400, recipe: { input: { code: 'wrong' } } },
      expiredCode: { status: 400, recipe: { jump: 'PT16M' } },
    },
  },
};

/** The registration form, one operation a step, and what follows. */
const registrationOperations: ServiceContract['operations'] = {
  /** Somebody who believes to have no personal space: one number, one space. */
  findSpace: {
    session: false,
    input: { nir: { kind: 'nir' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: {} },
      wrongKey: { status: 422, recipe: { input: { nir: 'wrong' } } },
      unknownNumber: { status: 404, recipe: { input: { nir: { value: '190057500004252' } } } },
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
      convocation: { status: 200, recipe: signedIn('letter-waiting') },
    },
  },
  readConfirmation: always({}, signedIn('registered'), ['number']),
};

/** A missed appointment: the warning, the answer, its proof. */
const absenceOperations: ServiceContract['operations'] = {
  /** An answer to the notification mail: taken by a machine, read by nobody. */
  replyByMail: {
    session: false,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: {} } },
  },
  openSpace: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn('warned') },
      deadlinePassed: { status: 200, recipe: signedIn('warned-too-long-ago') },
      sanctioned: { status: 200, recipe: signedIn('sanctioned') },
      alreadyAnswered: { status: 200, recipe: signedIn('answered') },
    },
  },
  answerWarning: {
    session: true,
    input: { reason: { kind: 'choice' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn('warned') },
      tooLate: { status: 409, recipe: signedIn('warned-too-long-ago') },
      alreadyAnswered: { status: 409, recipe: signedIn('answered') },
    },
  },
  sendProof: {
    session: true,
    input: { context: { kind: 'choice' }, proof: { kind: 'document' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn() },
      ...files('proof', signedIn()),
    },
  },
  readReceipt: always({}, signedIn('answered'), ['number']),
};

/** What the fake Pôle emploi can be asked, and everything that it can answer. */
export const poleEmploiContract: ServiceContract = {
  service: 'pole-emploi',
  common: {
    outage: { status: 503, recipe: { presets: ['outage'] } },
    maintenance: { status: 503, recipe: { presets: ['maintenance'] } },
    sessionExpired: { status: 401, recipe: { presets: ['session-over'] } },
  },
  operations: {
    ...signInOperations,
    ...registrationOperations,
    ...absenceOperations,
    ...updateContract,
    /** « Réception de mes courriers ». */
    readSettings: always({}, signedIn(), ['reception', 'paperless']),
    saveReception: always({ reception: { kind: 'choice' } }),
  },
};
