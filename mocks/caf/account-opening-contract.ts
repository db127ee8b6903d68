import type { ServiceContract } from '#engine';

/**
 * Opening an account: it hides inside a first request. The number, who one is, how to be reached, a password; then one
 * signs in as anybody does.
 */
export const openingContract = {
  /** The number, or the word that one has none: an identifier for a time is then given at the end. */
  startAccount: {
    session: false,
    input: { hasNumber: { kind: 'choice' }, nir: { kind: 'nir', optional: true } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['no-account'] } },
      provisionalNumber: {
        status: 403,
        recipe: { input: { hasNumber: { value: 'oui' }, nir: { value: '8791299000031' } } },
      },
      accountExists: { status: 409, recipe: { presets: ['known-person'] } },
    },
  },
  /** Names and date, compared with what the number says. */
  declareIdentity: {
    session: false,
    input: {
      lastName: { kind: 'text' },
      firstNames: { kind: 'text' },
      birthDate: { kind: 'date' },
    },
    outcomes: {
      ok: { status: 200, success: true, recipe: {} },
      unknownPerson: { status: 400, recipe: { presets: ['number-given'], input: { birthDate: 'wrong' } } },
      checkAtCounter: {
        status: 403,
        recipe: { presets: ['number-given', 'two-mismatches'], input: { birthDate: 'wrong' } },
      },
    },
  },
  /** Sends a code to the address as it was typed: a slip of the finger, and it reaches nobody. */
  declareContact: {
    session: false,
    input: { email: { kind: 'email' }, phone: { kind: 'phone' } },
    outcomes: { ok: { status: 200, success: true, recipe: {} } },
  },
  resendContactCode: {
    session: false,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: {} } },
  },
  confirmContact: {
    session: false,
    input: { code: { kind: 'code' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: {} },
      wrongCode: { status: 400, recipe: { input: { code: 'wrong' } } },
      expiredCode: { status: 400, recipe: { jump: 'PT16M' } },
    },
  },
  /** Opens the account. Whoever has no number gets an identifier for a time, by mail. */
  choosePassword: {
    session: false,
    input: { password: { kind: 'secret' }, again: { kind: 'secret' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: {} },
      provisional: { status: 200, recipe: { personas: ['karim'] } },
      mismatch: { status: 400, recipe: { input: { again: 'wrong' } } },
    },
  },
  /** As `signIn`, with the identifier of those who have no number yet. */
  signInProvisional: {
    session: false,
    input: { identifier: { kind: 'nir' }, password: { kind: 'secret' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['fresh-account', 'provisional-account'] } },
      wrongCredentials: {
        status: 403,
        recipe: { presets: ['fresh-account', 'provisional-account'], input: { password: 'wrong' } },
      },
      provisionalNumber: { status: 403, recipe: { input: { identifier: { value: '7920399000015' } } } },
      captchaNeeded: {
        status: 403,
        recipe: { presets: ['provisional-account', 'two-failures'], input: { password: 'wrong' } },
      },
      locked: {
        status: 403,
        recipe: { presets: ['provisional-account', 'four-failures'], input: { password: 'wrong' } },
      },
    },
  },
  /** A telephone number, where the file has none. */
  saveContact: {
    session: true,
    input: { phone: { kind: 'phone' } },
    outcomes: { ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } } },
  },
  /** The dashboard of somebody who comes in for the first time. */
  openFirstTime: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'terms-accepted'] } },
      termsToAccept: { status: 200, recipe: { presets: ['signed-in', 'terms-pending'] } },
    },
  },
} as const satisfies ServiceContract['operations'];
