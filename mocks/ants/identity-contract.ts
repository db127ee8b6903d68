import type { ServiceContract } from '#engine';

const signedIn = { presets: ['signed-in'] } as const;

/** The pre-application for an identity card or a passport, from the account's board to the number. */
export const identityContract = {
  openIdentityBoard: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'no-request'] } },
      draftWaiting: { status: 200, recipe: { presets: ['signed-in', 'no-request', 'draft-kept'] } },
      requestMade: { status: 200, recipe: { presets: ['signed-in', 'request-made'] } },
    },
  },
  /** « Enregistrer et quitter »: the form waits in the account. */
  saveRequestDraft: {
    session: true,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: signedIn } },
  },
  startRequest: {
    session: true,
    input: { title: { kind: 'choice' }, holder: { kind: 'choice' }, reason: { kind: 'choice' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn },
      /** Full visa pages are a passport's only. */
      pagesNeedPassport: {
        status: 422,
        recipe: { ...signedIn, input: { title: { value: 'cni' }, reason: { value: 'pages-pleines' } } },
      },
    },
  },
  declareOldTitle: {
    session: true,
    input: { oldNumber: { kind: 'text' }, issued: { kind: 'date' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn },
      wrongNumber: { status: 422, recipe: { ...signedIn, input: { oldNumber: 'wrong' } } },
    },
  },
  /** Names are not compared with anything here: the counter does it, weeks later. */
  saveIdentity: {
    session: true,
    input: { birthDate: { kind: 'date' }, height: { kind: 'digits' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn },
      birthInFuture: { status: 422, recipe: { ...signedIn, input: { birthDate: { value: '2091-01-01' } } } },
      heightOutOfRange: { status: 422, recipe: { ...signedIn, input: { height: { value: '13' } } } },
    },
  },
  /** Two mothers, two fathers, one parent alone: none is refused. */
  saveParents: {
    session: true,
    input: { birth1: { kind: 'date', optional: true }, birth2: { kind: 'date', optional: true } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn },
      birthInFuture: { status: 422, recipe: { ...signedIn, input: { birth1: { value: '2091-01-01' } } } },
    },
  },
  saveContact: {
    session: true,
    input: { mobile: { kind: 'phone' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn },
      /** The title is announced by SMS: a landline gets none. */
      landline: { status: 422, recipe: { ...signedIn, input: { mobile: { value: '0199001234' } } } },
    },
  },
  chooseStamp: {
    session: true,
    input: { band: { kind: 'choice' }, way: { kind: 'choice' }, stampNumber: { kind: 'digits', optional: true } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'stamp-free'] } },
      unknownStamp: {
        status: 404,
        recipe: { ...signedIn, input: { way: { value: 'deja-achete' }, stampNumber: { value: '1234567890123456' } } },
      },
      usedStamp: {
        status: 409,
        recipe: {
          presets: ['signed-in', 'stamp-used'],
          input: { way: { value: 'deja-achete' }, stampNumber: { value: '9900000000000012' } },
        },
      },
    },
  },
  /** The stamp comes by SMS, as a number, or by mail, as a sheet with a drawn code. */
  payStamp: {
    session: true,
    input: { delivery: { kind: 'choice', optional: true } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'bank-accepts'] } },
      refused: { status: 402, recipe: { presets: ['signed-in', 'bank-refuses'] } },
    },
  },
  submitRequest: {
    session: true,
    input: { exact: { kind: 'tick' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'no-request'] } },
      alreadyMade: { status: 409, recipe: { presets: ['signed-in', 'request-made'] } },
    },
  },
  readRequest: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, data: ['number'], recipe: { presets: ['signed-in', 'request-made'] } },
    },
  },
} as const satisfies ServiceContract['operations'];

const made = { presets: ['request-made'] } as const;

/** The national search engine of appointments, then the page of the town hall: no account there. */
export const appointmentContract = {
  searchSlots: {
    session: false,
    input: {
      from: { kind: 'date' },
      until: { kind: 'date' },
      people: { kind: 'choice' },
      image: { kind: 'text' },
    },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['slots'] } },
      noSlot: { status: 200, recipe: { presets: ['no-slot'] } },
      pastDate: { status: 422, recipe: { input: { from: { value: '2020-01-01' } } } },
      tooFar: { status: 422, recipe: { input: { until: { value: '2091-01-01' } } } },
      wrongImage: { status: 403, recipe: { input: { image: 'wrong' } } },
    },
  },
  /** One number a person; the town hall asks the agency what each is worth. */
  bookSlot: {
    session: false,
    input: {
      requestNumber: { kind: 'text' },
      second: { kind: 'text', optional: true },
      third: { kind: 'text', optional: true },
      fourth: { kind: 'text', optional: true },
      fifth: { kind: 'text', optional: true },
    },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['request-made', 'one-person'] } },
      wrongFormat: { status: 400, recipe: { ...made, input: { requestNumber: { value: 'DEMO12' } } } },
      unknownNumber: { status: 404, recipe: { ...made, input: { requestNumber: { value: 'DEMO000000' } } } },
      expired: { status: 410, recipe: { presets: ['request-made', 'number-expired'] } },
      consumed: { status: 409, recipe: { presets: ['request-made', 'number-consumed'] } },
      notYetValid: { status: 409, recipe: { presets: ['request-made', 'number-declared'] } },
      alreadyBooked: { status: 409, recipe: { presets: ['request-made', 'booked-elsewhere'] } },
      oneEach: { status: 422, recipe: { presets: ['request-made', 'two-people'] } },
      agencyDown: { status: 502, recipe: { presets: ['request-made', 'agency-down'] } },
    },
  },
  /** Frees the number from the appointment taken elsewhere. */
  cancelBooking: {
    session: false,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['request-made', 'booked-elsewhere'] } },
      /** The other town hall has not told the agency yet: the number is still taken. */
      notToldYet: { status: 202, recipe: { presets: ['request-made', 'booked-elsewhere', 'slow-cancellation'] } },
    },
  },
} as const satisfies ServiceContract['operations'];
