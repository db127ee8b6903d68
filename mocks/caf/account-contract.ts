import type { ServiceContract } from '#engine';

/** Mon Compte: one account for all the procedures of the Caf. */
export const accountContract = {
  /** The number and the password. A refusal never says which of the two is wrong. */
  signIn: {
    session: false,
    input: { nir: { kind: 'nir' }, password: { kind: 'secret' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['fresh-account'] } },
      wrongCredentials: { status: 403, recipe: { presets: ['fresh-account'], input: { password: 'wrong' } } },
      provisionalNumber: { status: 403, recipe: { personas: ['karim'] } },
      captchaNeeded: { status: 403, recipe: { presets: ['two-failures'], input: { password: 'wrong' } } },
      locked: { status: 403, recipe: { presets: ['four-failures'], input: { password: 'wrong' } } },
      passwordDue: { status: 200, recipe: { presets: ['fresh-account', 'password-due'] } },
    },
  },
  /** Back from FranceConnect+: neither password nor code. */
  enterWithFranceConnect: {
    session: false,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: {} } },
  },
  /** The picture to recognise after repeated failures. */
  proveHuman: {
    session: false,
    input: { answer: { kind: 'text' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: {} },
      wrongAnswer: { status: 403, recipe: { input: { answer: 'wrong' } } },
    },
  },
  /** Sends a code by mail; the one sent before is then dead. */
  sendCode: {
    session: true,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: { presets: ['password-given'] } } },
  },
  confirmCode: {
    session: true,
    input: { code: { kind: 'code' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: {} },
      wrongCode: { status: 400, recipe: { input: { code: 'wrong' } } },
      expiredCode: { status: 400, recipe: { jump: 'PT16M' } },
    },
  },
  /** Forgotten password: who are you? Sends a code by mail. */
  startReset: {
    session: false,
    input: { nir: { kind: 'nir' }, birthDate: { kind: 'date' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['fresh-account'] } },
      unknownPerson: { status: 400, recipe: { input: { birthDate: 'wrong' } } },
      provisionalNumber: { status: 403, recipe: { personas: ['karim'] } },
    },
  },
  resendResetCode: {
    session: true,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: { presets: ['password-given'] } } },
  },
  changePassword: {
    session: true,
    input: { password: { kind: 'secret' } },
    outcomes: { ok: { status: 200, success: true, recipe: { presets: ['password-given'] } } },
  },
  acceptTerms: {
    session: true,
    input: { accepted: { kind: 'tick' } },
    outcomes: { ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } } },
  },
} as const satisfies ServiceContract['operations'];
