import type { ServiceContract } from '#engine';

/** A file of a format or a weight that the site refuses on the spot. */
const refusedFile = (input: string) => ({
  wrongFormat: {
    status: 415,
    recipe: { presets: ['signed-in', 'housing-sent'], input: { [input]: { value: 'photo-iphone' } } },
  },
  tooHeavy: {
    status: 413,
    recipe: { presets: ['signed-in', 'housing-sent'], input: { [input]: { value: 'scan-lourd' } } },
  },
});

/** Asking for housing benefit, and sending what the Caf asks for afterwards. */
export const housingContract = {
  /** The dashboard of somebody who comes to ask. */
  openHousingDesk: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'terms-accepted', 'housing-fresh'] } },
      termsToAccept: { status: 200, recipe: { presets: ['signed-in', 'terms-pending'] } },
      requestSent: { status: 200, recipe: { presets: ['signed-in', 'terms-accepted', 'housing-sent'] } },
    },
  },
  /** A new address in the profile: no request for housing benefit comes of it. */
  changeAddress: {
    session: true,
    input: { street: { kind: 'text' } },
    outcomes: { ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } } },
  },
  /** A step that the site keeps without a question. */
  saveHousingStep: {
    session: true,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } } },
  },
  saveHousingProject: {
    session: true,
    input: { occupation: { kind: 'choice' }, movedIn: { kind: 'date' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } },
      noRent: { status: 200, recipe: { presets: ['signed-in'], input: { occupation: { value: 'heberge' } } } },
      notYet: { status: 422, recipe: { presets: ['signed-in'], input: { movedIn: { value: '2099-01-01' } } } },
    },
  },
  saveLease: {
    session: true,
    input: { ownName: { kind: 'choice' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } },
      notOwnName: { status: 200, recipe: { presets: ['signed-in'], input: { ownName: { value: 'non' } } } },
    },
  },
  saveLandlord: {
    session: true,
    input: {
      family: { kind: 'choice' },
      kind: { kind: 'choice' },
      siret: { kind: 'reference', optional: true },
      street: { kind: 'text' },
    },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'known-address'] } },
      familyLandlord: { status: 200, recipe: { presets: ['signed-in'], input: { family: { value: 'oui' } } } },
      unknownSiret: {
        status: 422,
        recipe: { presets: ['signed-in'], input: { kind: { value: 'societe' }, siret: { value: '00048199600099' } } },
      },
      /** Any address that the list of addresses does not hold, such as a hamlet's; Lucie's landlord lives in one. */
      unknownAddress: { status: 200, recipe: { personas: ['lucie'] } },
    },
  },
  /** One of the addresses proposed in the place of the one typed. */
  useProposedAddress: {
    session: true,
    input: { first: { kind: 'choice', optional: true }, second: { kind: 'choice', optional: true } },
    outcomes: {
      ok: {
        status: 200,
        success: true,
        recipe: { presets: ['signed-in'], input: { first: { value: 'rue-des-gabarits' } } },
      },
      noneChosen: { status: 422, recipe: { presets: ['signed-in'], input: { first: 'empty', second: 'empty' } } },
    },
  },
  saveHome: {
    session: true,
    input: { surface: { kind: 'digits' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } },
      tooSmall: { status: 200, recipe: { presets: ['signed-in'], input: { surface: { value: '7' } } } },
    },
  },
  savePayee: {
    session: true,
    input: { iban: { kind: 'text' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } },
      wrongIban: { status: 422, recipe: { presets: ['signed-in'], input: { iban: 'wrong' } } },
      someoneElse: { status: 422, recipe: { presets: ['signed-in', 'another-holder'] } },
    },
  },
  /** Papers may be left for later: the day of the request counts, not the day of the papers. */
  attachPapers: {
    session: true,
    input: {
      lease: { kind: 'document', optional: true },
      bankDetails: { kind: 'document', optional: true },
      certificate: { kind: 'document', optional: true },
    },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in'] } },
      ...refusedFile('certificate'),
    },
  },
  /** No undo after this. */
  submitHousing: {
    session: true,
    input: { honour: { kind: 'tick' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'housing-fresh', 'moved-this-month'] } },
      /** Nothing is paid for the past: whoever moved in before this month has lost a month or more, as Sonia has. */
      late: { status: 200, recipe: { personas: ['sonia'] } },
      alreadySent: { status: 409, recipe: { presets: ['signed-in', 'housing-sent'] } },
    },
  },
  readHousing: {
    session: true,
    input: {},
    outcomes: {
      ok: {
        status: 200,
        success: true,
        data: ['number', 'file', 'from', 'paid', 'lost'],
        recipe: { presets: ['signed-in', 'housing-sent', 'papers-good'] },
      },
      papersMissing: {
        status: 200,
        data: ['number', 'file', 'from', 'paid', 'lost', 'missing'],
        recipe: { presets: ['signed-in', 'housing-sent', 'papers-missing'] },
      },
    },
  },
  /** Weeks later somebody looks at the papers. */
  leaveHousing: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'housing-sent', 'papers-good'] } },
      papersAsked: { status: 200, recipe: { presets: ['signed-in', 'housing-sent', 'papers-missing'] } },
    },
  },
  readAskedPapers: {
    session: true,
    input: {},
    outcomes: {
      ok: {
        status: 200,
        success: true,
        data: ['papers', 'until'],
        recipe: { presets: ['signed-in', 'housing-sent', 'papers-missing'] },
      },
    },
  },
  sendAskedPapers: {
    session: true,
    input: {
      lease: { kind: 'document', optional: true },
      bankDetails: { kind: 'document', optional: true },
      certificate: { kind: 'document', optional: true },
    },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'housing-sent', 'papers-missing'] } },
      nothingSent: {
        status: 422,
        recipe: {
          presets: ['signed-in', 'housing-sent', 'papers-missing'],
          input: { lease: 'empty', bankDetails: 'empty', certificate: 'empty' },
        },
      },
      askedAgain: {
        status: 200,
        recipe: {
          presets: ['signed-in', 'housing-sent', 'papers-missing'],
          input: { certificate: { value: 'attestation-vide' } },
        },
      },
      ...refusedFile('certificate'),
    },
  },
} as const satisfies ServiceContract['operations'];
