import { type Persona, sameValue } from '#engine';
import { claimantText } from '../papers.ts';
import type { Answer, AnswerOf, CallOf, FakeService, Handlers, OperationCall } from '../service.ts';
import { type AccountWorld, awake, confirmWith, enter, isProvisional, sendCode } from './account.ts';
import type { openingContract } from './account-opening-contract.ts';
import { cafRules } from './assumed.ts';
import { birthDateOf, numberOf, text } from './facts.ts';
import type { CafWorld } from './world.ts';

/** An account being opened. Classes only: nothing of what is typed. */
export interface OpeningWorld {
  /** "other": a number that is not this person's. "none": the person says to have none. */
  number: 'own' | 'other' | 'none';
  /** Identities refused in a row. */
  mismatches: number;
  /** Whether the address typed is this person's: a code sent to another reaches nobody. */
  mail: 'own' | 'other';
}

export function seedOpening(persona: Persona): OpeningWorld {
  return { number: isProvisional(numberOf(persona) ?? '') ? 'none' : 'own', mismatches: 0, mail: 'own' };
}

export const openingPresets: FakeService<CafWorld>['presets'] = {
  'no-account': ({ account }) => {
    Object.assign(account, { exists: false, passwordDue: false, termsPending: true });
  },
  /** The Caf has a file and has written: its letter bears a first password, to be changed. */
  'password-by-letter': ({ account }) => {
    Object.assign(account, { exists: true, passwordFrom: 'letter', passwordDue: true, termsPending: true });
  },
  'known-person': ({ account }) => {
    account.exists = true;
  },
  'number-given': ({ opening }) => {
    opening.number = 'own';
  },
  'two-mismatches': ({ opening }) => {
    opening.mismatches = cafRules.identityTries - 1;
  },
  'provisional-account': ({ account }) => {
    Object.assign(account, { exists: true, identifier: account.identifier ?? '9000000000417' });
  },
};

type Operations = Handlers<CafWorld, typeof openingContract>;
type Call<Name extends keyof Operations> = CallOf<CafWorld, (typeof openingContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof openingContract)[Name]>;
const ok = { outcome: 'ok' } as const;

function startAccount({ world: { account, opening }, input, persona }: Call<'startAccount'>): Said<'startAccount'> {
  opening.mismatches = 0;
  if (input['hasNumber'] === 'non') {
    opening.number = 'none';
    return ok;
  }
  const nir = text(input['nir']);
  if (isProvisional(nir)) return { outcome: 'provisionalNumber' };
  opening.number = nir === numberOf(persona) ? 'own' : 'other';
  return opening.number === 'own' && account.exists ? { outcome: 'accountExists' } : ok;
}

/** Without a number there is nothing to compare with: papers are asked for later. */
function declareIdentity({ world: { opening }, input, persona }: Call<'declareIdentity'>): Said<'declareIdentity'> {
  if (opening.number === 'none' || (opening.number === 'own' && isThisPerson(input, persona))) return ok;
  opening.mismatches += 1;
  if (opening.mismatches < cafRules.identityTries) return { outcome: 'unknownPerson' };
  opening.mismatches = 0;
  return { outcome: 'checkAtCounter' };
}

function isThisPerson(input: Call<'declareIdentity'>['input'], persona: Persona): boolean {
  const claimant = persona.people.find(({ role }) => role === 'claimant');
  const firstNames = [claimantText(persona, 'prenoms'), claimant?.firstName];
  return (
    sameValue('text', text(input['lastName']), claimant?.lastName) &&
    firstNames.some((names) => sameValue('text', text(input['firstNames']), names)) &&
    input['birthDate'] === birthDateOf(persona)
  );
}

/** The code leaves at once; when the address is somebody else's, nobody here will read it. */
function sendContactCode(call: OperationCall<CafWorld>): Answer<'ok'> {
  const { account, opening } = call.world;
  if (opening.mail === 'own') return sendCode(call, 'code-de-creation');
  account.code = { value: call.digits(cafRules.codeDigits), sentAt: call.now };
  return ok;
}

function declareContact(call: Call<'declareContact'>): Said<'declareContact'> {
  const isOwn = sameValue('email', text(call.input['email']), call.persona.email);
  call.world.opening.mail = isOwn ? 'own' : 'other';
  return sendContactCode(call);
}

function choosePassword({
  world: { account, opening },
  input,
  memory,
  digits,
  send,
}: Call<'choosePassword'>): Said<'choosePassword'> {
  if (input['password'] !== input['again']) return { outcome: 'mismatch' };
  memory.set('password', text(input['password']));
  const opened: Partial<AccountWorld> = {
    exists: true,
    passwordInvented: true,
    passwordDue: false,
    termsPending: true,
  };
  Object.assign(account, opened, { failures: 0, lockedUntil: null, captcha: 'no' });
  if (opening.number !== 'none') {
    account.identifier = null;
    send('compte-cree', {});
    return ok;
  }
  account.identifier = `${cafRules.identifierStart}${digits(cafRules.identifierDigits - 1)}`;
  send('identifiant-provisoire', { identifiant: account.identifier });
  return { outcome: 'provisional' };
}

export const openingOperations: Operations = {
  startAccount,
  declareIdentity,
  declareContact,
  resendContactCode: sendContactCode,
  confirmContact: (call) => confirmWith(call, 'none'),
  choosePassword,
  signInProvisional: (call) => {
    const { outcome } = enter(call, text(call.input['identifier']));
    // Whoever has such an identifier has just chosen the password: it is never due.
    return { outcome: outcome === 'passwordDue' ? 'ok' : outcome };
  },
  saveContact: awake(() => ok),
  openFirstTime: awake(({ world: { account } }) => (account.termsPending ? { outcome: 'termsToAccept' } : ok)),
};
