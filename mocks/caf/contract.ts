import type { ServiceContract } from '#engine';

/** What the fake Caf can be asked, and everything that it can answer. */
export const cafContract: ServiceContract = {
  service: 'caf',
  common: {
    outage: { status: 503, recipe: { presets: ['outage'] } },
    maintenance: { status: 503, recipe: { presets: ['maintenance'] } },
    sessionExpired: { status: 401, recipe: { presets: ['session-over'] } },
  },
  operations: {
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
        ok: { status: 200, success: true, recipe: {} },
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
    /** The dashboard. */
    openAccount: {
      session: true,
      input: {},
      outcomes: {
        ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'statement-due'] } },
        termsToAccept: { status: 200, recipe: { presets: ['signed-in', 'terms-pending'] } },
        paymentsInterrupted: { status: 200, recipe: { presets: ['signed-in', 'interrupted'] } },
        nothingDue: { status: 200, recipe: { presets: ['signed-in', 'filed'] } },
      },
    },
    confirmProfile: {
      session: true,
      input: { changed: { kind: 'choice' } },
      outcomes: { ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } } },
    },
    /** The amounts that employers and bodies have sent, by person, kind and month of sending. */
    readStatement: {
      session: true,
      input: {},
      outcomes: { ok: { status: 200, success: true, data: ['figures'], recipe: { presets: ['signed-in'] } } },
    },
    /** The amounts as the person leaves them: changed, they need a proof. */
    confirmFigures: {
      session: true,
      input: { figures: { kind: 'grid' }, proof: { kind: 'document', optional: true } },
      outcomes: {
        ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } },
        correctionNeedsProof: {
          status: 422,
          recipe: { presets: ['signed-in'], input: { figures: 'wrong', proof: 'empty' } },
        },
        wrongFormat: { status: 415, recipe: { presets: ['signed-in'], input: { proof: { value: 'photo-iphone' } } } },
        tooHeavy: { status: 413, recipe: { presets: ['signed-in'], input: { proof: { value: 'scan-lourd' } } } },
      },
    },
    /** The kinds of resources that nobody sends to the Caf; having none is said, never left blank. */
    declareOther: {
      session: true,
      input: { kinds: { kind: 'choices' } },
      outcomes: {
        ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } },
        contradiction: {
          status: 422,
          recipe: { presets: ['signed-in'], input: { kinds: { value: ['aucune', 'pensions-alimentaires'] } } },
        },
      },
    },
    /** Their amounts, one grid a kind: a month without a figure is refused, since blank is not zero. */
    declareAmounts: {
      session: true,
      input: {
        independant: { kind: 'grid', optional: true },
        etranger: { kind: 'grid', optional: true },
        pensions: { kind: 'grid', optional: true },
        autres: { kind: 'grid', optional: true },
      },
      outcomes: {
        ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } },
        amountMissing: {
          status: 422,
          // Two months out of three: with none at all the form itself refuses.
          recipe: {
            presets: ['signed-in'],
            input: { pensions: { value: { 'amina.pensions.-4': 12_000, 'amina.pensions.-3': 12_000 } } },
          },
        },
      },
    },
    /** No undo after this. */
    validate: {
      session: true,
      input: { honour: { kind: 'tick' } },
      outcomes: {
        ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'statement-due'] } },
        late: { status: 200, recipe: { presets: ['signed-in', 'late'] } },
        alreadyFiled: { status: 409, recipe: { presets: ['signed-in', 'filed'] } },
      },
    },
    readReceipt: {
      session: true,
      input: {},
      outcomes: { ok: { status: 200, success: true, data: ['number'], recipe: { presets: ['signed-in', 'filed'] } } },
    },
  },
};
