import type { OperationContract, Recipe, ServiceContract } from '#engine';

const signedIn = (...more: string[]): Recipe => ({ presets: ['signed-in', ...more] });

/** While this month's update is open and nothing of it is validated. */
const open = signedIn('update-to-do');

const ok = (recipe = open): OperationContract['outcomes'][string] => ({ status: 200, success: true, recipe });

/** A refusal of what was entered: these inputs get it. */
const refusal = (input: Recipe['input'] & object): OperationContract['outcomes'][string] => ({
  status: 422,
  recipe: { ...open, input },
});

/** Recipes speak of days that no month declared by a test can hold. */
const before = { value: '2020-01-15' };
const after = { value: '2049-01-15' };
const tooManyHours = (more: Recipe['input']) => refusal({ ...more, hours: { value: 421 } });

/** What both forms share: the tile of the space, the end, the proof of having declared. */
const common = {
  /** The tile of the personal space. */
  openUpdate: {
    session: true,
    input: {},
    outcomes: {
      ok: { ...ok(), data: ['month', 'opens', 'closes', 'ends', 'next'] },
      begun: { status: 200, recipe: signedIn('update-begun') },
      done: { status: 200, recipe: signedIn('update-done') },
      notOpen: { status: 200, recipe: signedIn('update-not-open') },
      closed: { status: 200, recipe: signedIn('update-closed') },
    },
  },
  /** « Justificatif »: the number and the moment of the declaration. */
  readUpdate: {
    session: true,
    input: {},
    outcomes: { ok: { ...ok(signedIn('update-done')), data: ['number', 'at', 'next'] } },
  },
  confirmUpdate: {
    session: true,
    input: {},
    outcomes: { ok: ok(), closed: { status: 409, recipe: signedIn('update-closed') } },
  },
  /** Days pass until the 16th, and nothing was validated. */
  letDaysPass: { session: true, input: {}, outcomes: { ok: ok(signedIn('update-begun')) } },
} as const satisfies ServiceContract['operations'];

/** The present form: what employers declared is there, one block an activity; nothing can be changed afterwards. */
const present = {
  readActivities: {
    session: true,
    input: {},
    outcomes: { ok: { ...ok(), data: ['first', 'last', 'employer', 'hours', 'gross'] } },
  },
  saveActivities: {
    session: true,
    input: {
      line: { kind: 'choice', optional: true },
      hours: { kind: 'number', optional: true },
      gross: { kind: 'amount', optional: true },
      other: { kind: 'choice' },
    },
    outcomes: { ok: ok(), tooManyHours: tooManyHours({ line: { value: 'erreur' } }) },
  },
  addActivity: {
    session: true,
    input: {
      kind: { kind: 'choice' },
      from: { kind: 'date' },
      to: { kind: 'date' },
      hours: { kind: 'number' },
      gross: { kind: 'amount', optional: true },
    },
    outcomes: {
      ok: ok(),
      tooManyHours: tooManyHours({}),
      outOfMonth: refusal({ from: before }),
      datesReversed: refusal({ to: before }),
    },
  },
  saveOthers: {
    session: true,
    input: {
      situations: { kind: 'choices' },
      sickFrom: { kind: 'date', optional: true },
      sickTo: { kind: 'date', optional: true },
    },
    outcomes: {
      ok: ok(),
      outOfMonth: refusal({ situations: { value: ['arret-maladie'] }, sickFrom: before, sickTo: after }),
      datesReversed: refusal({ situations: { value: ['arret-maladie'] }, sickFrom: after, sickTo: before }),
    },
  },
  saveSearch: {
    session: true,
    input: { searching: { kind: 'choice' }, end: { kind: 'date', optional: true } },
    outcomes: { ok: ok(), outOfMonth: refusal({ searching: { value: 'non' }, end: before }) },
  },
  sendSlip: {
    session: true,
    input: { sort: { kind: 'choice' }, slip: { kind: 'document' } },
    outcomes: {
      ok: ok(),
      wrongFormat: { status: 415, recipe: { ...open, input: { slip: { value: 'fiche-iphone' } } } },
      tooHeavy: { status: 413, recipe: { ...open, input: { slip: { value: 'fiche-lourde' } } } },
    },
  },
  /** To the adviser, by message: the only way once the declaration is validated. */
  askCorrection: {
    session: true,
    input: { subject: { kind: 'choice' } },
    outcomes: {
      ok: ok(signedIn('update-done')),
      tooLate: { status: 409, recipe: signedIn('update-closed') },
    },
  },
} as const satisfies ServiceContract['operations'];

/** An answer « Oui » and its dates, as a recipe gives them. */
const dates = (answer: string, from: string, to?: string) => ({
  [answer]: { value: 'oui' },
  [from]: before,
  ...(to && { [to]: after }),
});
const optionalDate = { kind: 'date', optional: true } as const;
const yesOrNo = { kind: 'choice', optional: true } as const;

/** The form until 2022 or 2023: one question, then seven, two totals, and it can be done again until the 15th. */
const classic = {
  saveTraining: { session: true, input: { training: { kind: 'choice' } }, outcomes: { ok: ok() } },
  declareMonth: {
    session: true,
    input: {
      worked: { kind: 'choice' },
      hours: { kind: 'number', optional: true },
      gross: { kind: 'amount', optional: true },
      internship: { kind: 'choice' },
      internshipFrom: optionalDate,
      internshipTo: optionalDate,
      sick: { kind: 'choice' },
      sickFrom: optionalDate,
      sickTo: optionalDate,
      maternity: yesOrNo,
      maternityFrom: optionalDate,
      retired: { kind: 'choice' },
      retiredFrom: optionalDate,
      disabled: { kind: 'choice' },
      disabledFrom: optionalDate,
      searching: yesOrNo,
      searchEnd: optionalDate,
    },
    outcomes: {
      ok: ok(),
      /** It can be forced: « Je valide ». */
      incoherent: {
        status: 200,
        recipe: { ...open, input: { worked: { value: 'oui' }, hours: { value: 10 }, gross: { value: 0 } } },
      },
      tooManyHours: tooManyHours({ worked: { value: 'oui' }, gross: { value: 0 } }),
      badInternship: refusal(dates('internship', 'internshipFrom', 'internshipTo')),
      badSickLeave: refusal(dates('sick', 'sickFrom', 'sickTo')),
      badMaternity: refusal(dates('maternity', 'maternityFrom')),
      badRetirement: refusal(dates('retired', 'retiredFrom')),
      badDisability: refusal(dates('disabled', 'disabledFrom')),
      badSearchEnd: refusal({ searching: { value: 'non' }, searchEnd: before }),
    },
  },
} as const satisfies ServiceContract['operations'];

/** The monthly update, in its two forms. */
export const updateContract: ServiceContract['operations'] = { ...common, ...present, ...classic };
