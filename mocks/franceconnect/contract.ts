import type { OperationContract, Recipe, ServiceContract } from '#engine';

const open = (...more: string[]): Recipe => ({ presets: ['open', ...more] });
const known = (...more: string[]): Recipe => open('connu-par-les-impots', ...more);
const identity = ['firstName', 'birthName', 'birthDate', 'email', 'provider'] as const;

/** A provider that asks for a number and a password. */
const signIn = <const Input extends OperationContract['input']>(input: Input) => ({
  session: true,
  input,
  outcomes: {
    ok: { status: 200, success: true, recipe: open('aucun-echec', 'fournisseur-en-marche') },
    wrongCredentials: {
      status: 403,
      recipe: { ...open('aucun-echec', 'fournisseur-en-marche'), input: { password: 'wrong' } },
    },
    locked: {
      status: 403,
      recipe: { ...open('quatre-echecs', 'fournisseur-en-marche'), input: { password: 'wrong' } },
    },
    providerDown: { status: 502, recipe: open('fournisseur-en-panne') },
  } satisfies OperationContract['outcomes'],
});

const providers = {
  /** The tax office: number and password, then a code by mail. */
  signInImpots: signIn({ taxNumber: { kind: 'digits' }, password: { kind: 'secret' } }),
  confirmImpotsCode: {
    session: true,
    input: { code: { kind: 'code' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: open() },
      wrongCode: { status: 400, recipe: { ...open(), input: { code: 'wrong' } } },
      expiredCode: { status: 400, recipe: { ...open(), jump: 'PT16M' } },
    },
  },
  resendImpotsCode: {
    session: true,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: open() } },
  },
  /** The health insurance: 13 characters and a password. */
  signInAmeli: signIn({ nir: { kind: 'nir' }, password: { kind: 'secret' } }),
  /** A digital identity: the answer is given in an application of the phone. */
  askLaPoste: {
    session: true,
    input: { email: { kind: 'email' } },
    outcomes: {
      ok: { status: 200, success: true, recipe: open('application-la-poste', 'fournisseur-en-marche') },
      unknownAccount: {
        status: 404,
        recipe: { ...open('application-la-poste', 'fournisseur-en-marche'), input: { email: 'wrong' } },
      },
      providerDown: { status: 502, recipe: open('fournisseur-en-panne') },
    },
  },
  askFranceIdentite: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: open('application-france-identite', 'fournisseur-en-marche') },
      noApp: { status: 404, recipe: open('aucune-application', 'fournisseur-en-marche') },
      providerDown: { status: 502, recipe: open('fournisseur-en-panne') },
    },
  },
  approve: {
    session: true,
    input: {},
    outcomes: {
      ok: { status: 200, success: true, recipe: open('demande-sur-le-telephone') },
      tooLate: { status: 410, recipe: { ...open('demande-sur-le-telephone'), jump: 'PT6M' } },
    },
  },
  deny: {
    session: true,
    input: {},
    outcomes: { ok: { status: 200, success: true, recipe: open('demande-sur-le-telephone') } },
  },
} as const satisfies ServiceContract['operations'];

/** What FranceConnect and the accounts behind it can be asked, and everything that they can answer. */
export const franceConnectContract = {
  service: 'franceconnect',
  common: {
    outage: { status: 503, recipe: { presets: ['outage'] } },
    maintenance: { status: 503, recipe: { presets: ['maintenance'] } },
    sessionExpired: { status: 401, recipe: { presets: ['session-over'] } },
  },
  operations: {
    /** The page of accounts: begins a session. Tiles come and go. */
    open: {
      session: false,
      input: {},
      outcomes: {
        ok: { status: 200, success: true, recipe: { presets: ['tous-ouverts'] } },
        impotsClosed: { status: 200, recipe: { presets: ['impots-ferme'] } },
        ameliClosed: { status: 200, recipe: { presets: ['ameli-ferme'] } },
      },
    },
    ...providers,
    /** Compares what the account says with the registry of births. Each refusal has its code, « Y » and six digits. */
    identify: {
      session: true,
      input: {},
      outcomes: {
        ok: { status: 200, success: true, data: identity, recipe: known('etat-civil-connu') },
        /** The person accepted once: the box does not come back. */
        consentGiven: { status: 200, data: identity, recipe: known('deja-accepte') },
        closeToOne: { status: 403, recipe: known('presque-une-personne') },
        closeToSeveral: { status: 403, recipe: known('presque-plusieurs-personnes') },
        notFound: { status: 403, recipe: known('etat-civil-introuvable') },
        marriedName: { status: 403, recipe: known('nom-de-mariage') },
        timedOut: { status: 504, recipe: known('verification-trop-longue') },
        deceased: { status: 403, recipe: known('declare-decede') },
        deactivated: { status: 403, recipe: known('acces-desactive') },
        providerBlocked: { status: 403, recipe: known('compte-interdit') },
      },
    },
    /** Hands the identity over to the service; an unusual connection is told by mail. */
    goOn: {
      session: true,
      input: { consent: { kind: 'tick', optional: true } },
      outcomes: { ok: { status: 200, success: true, recipe: known() } },
    },
    /** « Je signale une usurpation »: somebody else signed in. The code is the mail's. */
    report: {
      session: false,
      input: { code: { kind: 'digits' } },
      outcomes: {
        ok: { status: 200, success: true, recipe: {} },
        unknownCode: { status: 404, recipe: { input: { code: { value: '00000000' } } } },
      },
    },
  },
} as const satisfies ServiceContract;
