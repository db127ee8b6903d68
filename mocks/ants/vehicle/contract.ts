import type { ServiceContract } from '#engine';

const signedIn = { presets: ['signed-in'] } as const;
const saved = { presets: ['signed-in', 'no-sale', 'sale-saved'] } as const;

/** The sale of a vehicle: what is saved first, what is declared after, and the code that it gives. */
export const vehicleContract = {
  openVehicleBoard: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'no-sale'] } },
      /** A sale is saved and not declared: « à compléter ». A declared one no longer shows. */
      saleSaved: { status: 200, recipe: saved },
    },
  },
  /** What the form will ask: the secret code proves an identity that FranceConnect has proved already. */
  openVehicleForm: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'own-entry'] } },
      noSecretCode: { status: 200, recipe: { presets: ['signed-in', 'franceconnect-entry'] } },
    },
  },
  findVehicle: {
    session: true,
    input: {
      plate: { kind: 'reference' },
      formula: { kind: 'reference' },
      secretCode: { kind: 'digits', optional: true },
    },
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'not-opposed'] } },
      wrongPlate: { status: 400, recipe: { ...signedIn, input: { plate: { value: 'A1' } } } },
      wrongFormula: { status: 400, recipe: { ...signedIn, input: { formula: { value: '41738' } } } },
      /** Well shaped, but no certificate has this plate and this number. */
      unknownVehicle: { status: 404, recipe: { ...signedIn, input: { plate: { value: 'ZU999UZ' } } } },
      /** Asked of whoever entered with the account's own password. */
      wrongSecretCode: {
        status: 403,
        recipe: { presets: ['signed-in', 'own-entry'], input: { secretCode: { value: '00000' } } },
      },
      /** An opposition forbids the transfer: an unpaid fine, most often. */
      opposed: { status: 409, recipe: { presets: ['signed-in', 'opposed'] } },
    },
  },
  chooseSale: {
    session: true,
    input: { nature: { kind: 'choice' }, buyer: { kind: 'choice' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn },
      /** Only an approved centre takes a vehicle to be destroyed, and declares it. */
      destruction: { status: 422, recipe: { ...signedIn, input: { nature: { value: 'destruction' } } } },
    },
  },
  /** Nothing is compared with the buyer's papers here: the buyer's own request does it, weeks later. */
  saveBuyer: {
    session: true,
    input: { birthDate: { kind: 'date', optional: true } },
    outcomes: {
      ok: { status: 200, success: true, recipe: signedIn },
      birthInFuture: { status: 422, recipe: { ...signedIn, input: { birthDate: { value: '2091-01-01' } } } },
    },
  },
  /** Phase one: a draft, which tells nobody that the vehicle is sold. */
  saveSale: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: { presets: ['signed-in', 'no-sale'] } },
      alreadyDeclared: { status: 409, recipe: { presets: ['signed-in', 'sale-declared'] } },
    },
  },
  /** Phase two: the sale has taken place. */
  finaliseSale: {
    session: true,
    input: {
      date: { kind: 'date' },
      hour: { kind: 'choice' },
      minutes: { kind: 'choice' },
      mileage: { kind: 'digits' },
    },
    outcomes: {
      ok: { status: 200, success: true, recipe: saved },
      /** A sale to come cannot be declared. */
      notYet: { status: 422, recipe: { ...saved, input: { date: { value: '2091-01-01' } } } },
    },
  },
  declareSale: {
    session: true,
    input: { exact: { kind: 'tick' }, signed: { kind: 'tick' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: saved },
      /** Taken, but more than 15 days after the sale. */
      late: { status: 200, recipe: { presets: [...saved.presets, 'sale-late'] } },
      alreadyDeclared: { status: 409, recipe: { presets: ['signed-in', 'sale-declared'] } },
    },
  },
  readSale: {
    session: true,
    input: {},
    outcomes: {
      ok: {
        status: 200,
        success: true,
        data: ['code', 'number'],
        recipe: { presets: ['signed-in', 'sale-declared'] },
      },
    },
  },
} as const satisfies ServiceContract['operations'];
