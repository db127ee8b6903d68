import type { Persona } from '#engine';
import type { Answer, AnswerOf, CallOf, FakeService, Handlers, OperationCall } from '../service.ts';
import type { accountContract } from './account-contract.ts';
import { cafRules, isStrongPassword } from './assumed.ts';
import { dropDrafts } from './drafts.ts';
import { birthDateOf, letterPasswordOf, numberOf, passwordOf, text } from './facts.ts';
import type { CafWorld } from './world.ts';

/** Mon Compte: who signs in, and by which steps. */
export interface AccountWorld {
  /** False until the person has opened it: nothing can be done with it before. */
  exists: boolean;
  /** The identifier for a time of somebody who has no number; null: the number of social security signs in. */
  identifier: string | null;
  /** Refused sign-ins in a row. */
  failures: number;
  /** Epoch ms. */
  lockedUntil: number | null;
  captcha: 'no' | 'asked' | 'passed';
  /** "password": the first step is done, the code is still to be given. */
  session: 'none' | 'password' | 'open';
  /** Last call of the session, epoch ms. */
  lastCallAt: number;
  /** The only code that works now. */
  code: { readonly value: string; readonly sentAt: number } | null;
  /** Codes sent before, used or replaced. */
  deadCodes: string[];
  passwordDue: boolean;
  /** Where the password stands that the person did not invent here. */
  passwordFrom: 'notebook' | 'letter';
  /** The person has chosen a new password: the notebook's no longer works. */
  passwordInvented: boolean;
  termsPending: boolean;
}

/**
 * Two traits of the persona matter: `conditions-generales: a-accepter` (first sign-in since they changed) and
 * `mot-de-passe: a-changer`.
 */
export function seedAccount(persona: Persona, { now }: { readonly now: number }): AccountWorld {
  return {
    exists: true,
    identifier: null,
    failures: 0,
    lockedUntil: null,
    captcha: 'no',
    session: 'none',
    lastCallAt: now,
    code: null,
    deadCodes: [],
    passwordDue: persona.traits['mot-de-passe'] === 'a-changer',
    passwordFrom: 'notebook',
    passwordInvented: false,
    termsPending: persona.traits['conditions-generales'] === 'a-accepter',
  };
}

export const accountPresets: FakeService<CafWorld>['presets'] = {
  'fresh-account': ({ account }) => {
    Object.assign(account, { failures: 0, lockedUntil: null, captcha: 'no', passwordDue: false });
    // An account opened before this run has a password that the run has not seen.
    if (!account.exists) Object.assign(account, { exists: true, passwordInvented: true });
  },
  'two-failures': ({ account }) => {
    Object.assign(account, { failures: cafRules.captchaAfter - 1, lockedUntil: null, captcha: 'no' });
  },
  'four-failures': ({ account }) => {
    Object.assign(account, { failures: cafRules.lockAfter - 1, lockedUntil: null, captcha: 'passed' });
  },
  'password-due': ({ account }) => {
    account.passwordDue = true;
  },
  'password-given': ({ account }, { now }) => {
    if (account.session === 'none') account.session = 'password';
    account.lastCallAt = now;
  },
  'signed-in': ({ account }, { now }) => {
    Object.assign(account, { session: 'open', lastCallAt: now });
  },
  'session-over': ({ account }) => {
    account.session = 'none';
  },
  'terms-pending': ({ account }) => {
    account.termsPending = true;
  },
  'terms-accepted': ({ account }) => {
    account.termsPending = false;
  },
};

/** Operations that come between the password and the code. */
const betweenSteps = ['sendCode', 'confirmCode', 'resendResetCode', 'changePassword'];

export function hasAccountSession(account: AccountWorld, now: number, operation: string): boolean {
  if (account.session === 'none' || now - account.lastCallAt > cafRules.sessionFor) return false;
  return account.session === 'open' || betweenSteps.includes(operation);
}

export function closeAccount(account: AccountWorld): void {
  account.session = 'none';
}

/** Every call of an open session puts off its idle end. */
export function awake<Given extends BaseCall, Outcome extends string>(
  handle: (call: Given) => Answer<Outcome>,
): (call: Given) => Answer<Outcome> {
  return (call) => {
    call.world.account.lastCallAt = call.now;
    return handle(call);
  };
}

/** A call of any operation, its input aside. */
type BaseCall = OperationCall<CafWorld>;
type Operations = Handlers<CafWorld, typeof accountContract>;
type Call<Name extends keyof Operations> = CallOf<CafWorld, (typeof accountContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof accountContract)[Name]>;
const ok = { outcome: 'ok' } as const;

/** Signs in under this name (a number, or an identifier for a time). A refusal never says which of the two is wrong. */
export function enter(
  { world, input, persona, now, memory }: OperationCall<CafWorld, 'password'>,
  name: string,
): Said<'signIn'> {
  const { account } = world;
  if (isProvisional(name)) return { outcome: 'provisionalNumber' };
  if (account.lockedUntil !== null && now < account.lockedUntil) return { outcome: 'locked' };
  if (account.lockedUntil !== null) Object.assign(account, { lockedUntil: null, failures: 0, captcha: 'no' });
  if (account.captcha === 'asked') return { outcome: 'captchaNeeded' };
  if (!isName(name, account, persona) || !isPassword(text(input['password']), { account, persona, memory })) {
    account.failures += 1;
    if (account.failures >= cafRules.lockAfter) {
      account.lockedUntil = now + cafRules.lockFor;
      return { outcome: 'locked' };
    }
    if (account.failures >= cafRules.captchaAfter && account.captcha === 'no') {
      account.captcha = 'asked';
      return { outcome: 'captchaNeeded' };
    }
    return { outcome: 'wrongCredentials' };
  }
  Object.assign(account, { failures: 0, captcha: 'no', session: 'password', lastCallAt: now });
  dropDrafts(world);
  return account.passwordDue ? { outcome: 'passwordDue' } : ok;
}

/** The real site knows only the numbers that begin with 1 or 2, whichever door they come by. */
export const isProvisional = (nir: string) => /^[78]/.test(nir);

const isName = (name: string, account: AccountWorld, persona: Persona) =>
  account.exists && name === (account.identifier ?? numberOf(persona));

/** After a reload an invented password is forgotten (it lives in memory only): any that meets the rules then does. */
function isPassword(
  password: string,
  { account, persona, memory }: Pick<BaseCall, 'persona' | 'memory'> & { readonly account: AccountWorld },
): boolean {
  if (!account.passwordInvented)
    return password === (account.passwordFrom === 'letter' ? letterPasswordOf(persona) : passwordOf(persona));
  const invented = memory.get('password');
  return invented === undefined ? isStrongPassword(password) : password === invented;
}

export function sendCode(
  { world: { account }, now, digits, send }: BaseCall,
  template = 'code-de-connexion',
): Answer<'ok'> {
  if (account.code) account.deadCodes.push(account.code.value);
  const value = digits(cafRules.codeDigits);
  account.code = { value, sentAt: now };
  account.lastCallAt = now;
  send(template, { code: value });
  return ok;
}

/** Compares a code with the one sent; right, it leads to that session. */
export function confirmWith(
  { world: { account }, input, now }: Call<'confirmCode'>,
  session: AccountWorld['session'],
): Said<'confirmCode'> {
  const code = text(input['code']);
  account.lastCallAt = now;
  // Whatever is typed, nothing can match any more: saying « wrong » would send the person back to copy the same code.
  if (!account.code || now - account.code.sentAt > cafRules.codeFor) return { outcome: 'expiredCode' };
  if (code !== account.code.value) return { outcome: account.deadCodes.includes(code) ? 'expiredCode' : 'wrongCode' };
  account.deadCodes.push(code);
  Object.assign(account, { code: null, session });
  return ok;
}

function startReset(call: Call<'startReset'>): Said<'startReset'> {
  const { world, input, persona } = call;
  if (isProvisional(text(input['nir']))) return { outcome: 'provisionalNumber' };
  if (!isName(text(input['nir']), world.account, persona) || text(input['birthDate']) !== birthDateOf(persona)) {
    return { outcome: 'unknownPerson' };
  }
  world.account.session = 'password';
  return sendCode(call, 'code-de-mot-de-passe');
}

function changePassword({ world: { account }, input, now, memory }: Call<'changePassword'>): Said<'changePassword'> {
  memory.set('password', text(input['password']));
  Object.assign(account, { passwordInvented: true, passwordDue: false, failures: 0, lockedUntil: null, captcha: 'no' });
  account.lastCallAt = now;
  return ok;
}

/** What the picture shows: the same for everyone, since it protects nothing here. */
const captchaAnswer = 'K7P4';

export const accountOperations: Operations = {
  signIn: (call) => enter(call, text(call.input['nir'])),
  enterWithFranceConnect: ({ world, now }) => {
    Object.assign(world.account, { session: 'open', lastCallAt: now });
    dropDrafts(world);
    return ok;
  },
  proveHuman: ({ world: { account }, input }) => {
    if (text(input['answer']).replace(/\s/g, '').toUpperCase() !== captchaAnswer) return { outcome: 'wrongAnswer' };
    account.captcha = 'passed';
    return ok;
  },
  sendCode: (call) => sendCode(call),
  confirmCode: (call) => confirmWith(call, 'open'),
  startReset,
  resendResetCode: (call) => sendCode(call, 'code-de-mot-de-passe'),
  changePassword,
  acceptTerms: awake(({ world: { account } }) => {
    account.termsPending = false;
    return ok;
  }),
};
