import type { ServiceContract } from '#engine';

/** The account: one for all the procedures of the agency. */
export const accountContract = {
  /** The identifier received by mail when the account was made (it may differ from the address) and the password. */
  signIn: {
    session: false,
    input: { identifier: { kind: 'text' }, password: { kind: 'secret' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['fresh-account'] } },
      wrongCredentials: { status: 403, recipe: { presets: ['fresh-account'], input: { password: 'wrong' } } },
      notActivated: { status: 403, recipe: { presets: ['fresh-account', 'not-activated'] } },
      locked: { status: 403, recipe: { presets: ['fresh-account', 'four-failures'], input: { password: 'wrong' } } },
    },
  },
  /** Back from FranceConnect: the account is opened, or made, with the identity that it hands over. */
  enterWithFranceConnect: {
    session: false,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: {} } },
  },
  /** Sends the activation link again. */
  resendActivation: {
    session: false,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: {} } },
  },
  /** The person opens the activation link in their mail. */
  activate: {
    session: false,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['link-sent'] } },
      linkExpired: { status: 410, recipe: { presets: ['link-old'] } },
    },
  },
  /** Forgotten password: sends a link to the account's address. */
  startReset: {
    session: false,
    input: { email: { kind: 'email' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: {} },
      unknownMail: { status: 404, recipe: { input: { email: 'wrong' } } },
    },
  },
  openResetLink: {
    session: false,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['link-sent'] } },
      linkExpired: { status: 410, recipe: { presets: ['link-old'] } },
    },
  },
  changePassword: {
    session: true,
    input: { password: { kind: 'secret' } },
    outcomes: { ok: { status: 200, success: true, recipe: { presets: ['link-opened'] } } },
  },
} as const satisfies ServiceContract['operations'];
