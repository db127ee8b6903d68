import type { ServiceContract } from '#engine';
import { always, files, signedIn } from './recipes.ts';
import { registrationContract } from './registration-contract.ts';
import { updateContract } from './update/contract.ts';

/** Signing in: the identifier, then the password, then a code by mail. */
const signInOperations = {
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
} as const satisfies ServiceContract['operations'];

/** A missed appointment: the warning, the answer, its proof. */
const absenceOperations = {
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
} as const satisfies ServiceContract['operations'];

/** What the fake Pôle emploi can be asked, and everything that it can answer. */
export const poleEmploiContract = {
  service: 'pole-emploi',
  common: {
    outage: { status: 503, recipe: { presets: ['outage'] } },
    maintenance: { status: 503, recipe: { presets: ['maintenance'] } },
    sessionExpired: { status: 401, recipe: { presets: ['session-over'] } },
  },
  operations: {
    ...signInOperations,
    ...registrationContract,
    ...absenceOperations,
    ...updateContract,
    /** « Réception de mes courriers ». */
    readSettings: always({}, signedIn(), ['reception', 'paperless']),
    saveReception: always({ reception: { kind: 'choice' } }),
  },
} as const satisfies ServiceContract;
