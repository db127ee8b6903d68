import type { OperationContract, Recipe, ServiceContract } from '#engine';

const signedIn = (...more: string[]): Recipe => ({ presets: ['signed-in', ...more] });
const success = (recipe: Recipe, ...data: string[]) => ({ status: 200, success: true, recipe, data });

/** An operation of the open account that has one answer only. */
const always = <const Input extends OperationContract['input']>(
  input: Input,
  recipe = signedIn(),
  ...data: string[]
) => ({ session: true, input, outcomes: { ok: success(recipe, ...data) } });

const unpaid = signedIn('payment-none');

/** A date that has not come yet. */
const later = { value: '2091-01-01' } as const;

/** A form that refuses a day still to come. */
const refusesFuture = <const Input extends OperationContract['input'], Outcome extends string>(
  input: Input,
  day: Extract<keyof Input, string>,
  outcome: Outcome,
) => ({
  session: true,
  input,
  outcomes: {
    ok: success(signedIn()),
    [outcome]: { status: 422, recipe: { ...signedIn(), input: { [day]: later } } },
    // A name known only when called makes an index of the object.
  } as Readonly<Record<Outcome | 'ok', OperationContract['outcomes'][string]>>,
});

/** A driving licence to replace: the form, step by step, then what the agent makes of it. */
export const licenceContract = {
  /** « Mon espace conducteur »: where the request stands. */
  openLicenceBoard: {
    session: true,
    input: {},
    outcomes: {
      ok: success(signedIn('licence-none')),
      draft: { status: 200, recipe: signedIn('licence-none', 'photo-pending') },
      awaitingPayment: { status: 200, recipe: signedIn('licence-none', 'payment-pending') },
      underReview: { status: 200, recipe: signedIn('licence-sent') },
      accepted: { status: 200, recipe: signedIn('licence-sent', 'licence-sound', 'licence-reviewed') },
      asked: { status: 200, recipe: signedIn('licence-sent', 'identity-doubtful', 'licence-reviewed') },
      rejected: { status: 200, recipe: signedIn('licence-sent', 'licence-misnamed', 'licence-reviewed') },
    },
  },
  startLicence: always({ reason: { kind: 'choice' }, medical: { kind: 'choice' } }),
  /** When it was lost, or when the theft was told to the police. */
  declareLoss: refusesFuture({ date: { kind: 'date' } }, 'date', 'dateInFuture'),
  /** Names are compared with the identity paper by the agent, weeks later: the form takes any. */
  saveLicenceIdentity: refusesFuture(
    { birthName: { kind: 'text' }, firstNames: { kind: 'text' }, birthDate: { kind: 'date' } },
    'birthDate',
    'birthInFuture',
  ),
  saveLicenceContact: always({}),
  submitPhoto: {
    session: true,
    input: { way: { kind: 'choice' }, photoCode: { kind: 'reference', optional: true } },
    outcomes: {
      ok: success(signedIn('photo-known')),
      wrongShape: { status: 400, recipe: { ...signedIn('photo-known'), input: { photoCode: { value: 'DEMO12' } } } },
      /** Not known to the agency: a slip, or a photo too fresh (up to 72 hours). */
      unknown: { status: 404, recipe: signedIn('photo-fresh') },
      used: { status: 409, recipe: signedIn('photo-used') },
      expired: { status: 410, recipe: signedIn('photo-expired') },
    },
  },
  /** The same code, three days later. */
  checkPhotoAgain: {
    session: true,
    input: {},
    outcomes: {
      ok: success(signedIn('photo-pending')),
      stillUnknown: { status: 404, recipe: signedIn('photo-mistyped') },
    },
  },
  /** Format and weight are refused at once; a blurred, cropped or other paper is taken, and found by the agent. */
  sendLicenceFiles: {
    session: true,
    input: {
      identity: { kind: 'document', optional: true },
      home: { kind: 'document', optional: true },
      theft: { kind: 'document', optional: true },
    },
    outcomes: {
      ok: success(signedIn()),
      identityRefused: { status: 415, recipe: { ...signedIn(), input: { identity: { value: 'photo-iphone' } } } },
      homeRefused: { status: 415, recipe: { ...signedIn(), input: { home: { value: 'scan-lourd' } } } },
      /** Only a stolen licence has this paper. */
      theftRefused: {
        status: 415,
        recipe: { ...signedIn(), input: { theft: { value: 'photo-iphone' } }, personas: ['paolo'] },
      },
    },
  },
  chooseLicenceFee: {
    session: true,
    input: { way: { kind: 'choice' }, stampNumber: { kind: 'digits', optional: true } },
    outcomes: {
      ok: success(signedIn('payment-none', 'licence-stamp-free')),
      alreadyPaid: { status: 200, recipe: signedIn('payment-done') },
      unknownStamp: {
        status: 404,
        recipe: { ...unpaid, input: { way: { value: 'timbre' }, stampNumber: { value: '1234567890123456' } } },
      },
      /** A stamp that pays fines. */
      fineStamp: {
        status: 422,
        recipe: { ...unpaid, input: { way: { value: 'timbre' }, stampNumber: { value: '9800000000004401' } } },
      },
      usedStamp: {
        status: 409,
        recipe: {
          ...signedIn('payment-none', 'licence-stamp-used'),
          input: { way: { value: 'timbre' }, stampNumber: { value: '9900000000000025' } },
        },
      },
    },
  },
  payLicence: {
    session: true,
    input: {},
    outcomes: {
      ok: success(signedIn('bank-accepts', 'payment-holds')),
      refused: { status: 402, recipe: signedIn('bank-refuses') },
      /** The payment page closes by itself: the request stays « en attente de paiement ». */
      interrupted: { status: 502, recipe: signedIn('bank-accepts', 'payment-breaks') },
    },
  },
  submitLicence: {
    session: true,
    input: { exact: { kind: 'tick' } },
    outcomes: {
      ok: success(signedIn('licence-none')),
      alreadyMade: { status: 409, recipe: signedIn('licence-sent') },
    },
  },
  readLicence: always({}, signedIn('licence-sent'), 'number'),
  /** A week goes by: the agent reads the file. */
  waitForReview: {
    session: true,
    input: {},
    outcomes: {
      ok: success(signedIn('licence-sent', 'licence-sound')),
      asked: { status: 200, recipe: signedIn('licence-sent', 'licence-sound', 'home-doubtful') },
      rejected: { status: 200, recipe: signedIn('licence-sent', 'licence-misnamed') },
    },
  },
  /** « Mes messages »: which papers the agent asks for again. */
  readLicenceMessage: {
    session: true,
    input: {},
    outcomes: {
      identityAsked: success(signedIn('licence-sound', 'identity-doubtful')),
      homeAsked: { status: 200, recipe: signedIn('licence-sound', 'home-doubtful') },
      theftAsked: { status: 200, recipe: signedIn('licence-sound', 'theft-doubtful') },
      severalAsked: { status: 200, recipe: signedIn('licence-sound', 'identity-doubtful', 'home-doubtful') },
    },
  },
  openAttestation: always({}, signedIn('licence-sent'), 'number'),
} as const satisfies ServiceContract['operations'];
