import type { ServiceContract } from '#engine';

/** The quarterly statement of resources, from the dashboard that asks for it. */
export const statementContract = {
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
    outcomes: {
      ok: { status: 200, success: true, data: ['number', 'day'], recipe: { presets: ['signed-in', 'filed'] } },
    },
  },
} as const satisfies ServiceContract['operations'];
