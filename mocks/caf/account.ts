import type { Persona } from '#engine';
import type { Answer, FakeService, OperationCall } from '../service.ts';
import { cafRules, isStrongPassword } from './assumed.ts';
import { dropDrafts } from './drafts.ts';
import { birthDateOf, numberOf, passwordOf, text } from './facts.ts';
import type { CafWorld } from './world.ts';

/** Mon Compte: who signs in, and by which steps. */
export interface AccountWorld {
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
    failures: 0,
    lockedUntil: null,
    captcha: 'no',
    session: 'none',
    lastCallAt: now,
    code: null,
    deadCodes: [],
    passwordDue: persona.traits['mot-de-passe'] === 'a-changer',
    passwordInvented: false,
    termsPending: persona.traits['conditions-generales'] === 'a-accepter',
  };
}

export const accountPresets: FakeService<CafWorld>['presets'] = {
  'fresh-account': ({ account }) => {
    Object.assign(account, { failures: 0, lockedUntil: null, captcha: 'no', passwordDue: false });
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
export function awake(handle: (call: Call) => Answer): (call: Call) => Answer {
  return (call) => {
    call.world.account.lastCallAt = call.now;
    return handle(call);
  };
}

type Call = OperationCall<CafWorld>;
const ok: Answer = { outcome: 'ok' };

function signIn({ world, input, persona, now, memory }: Call): Answer {
  const { account } = world;
  const nir = text(input['nir']);
  if (isProvisional(nir)) return { outcome: 'provisionalNumber' };
  if (account.lockedUntil !== null && now < account.lockedUntil) return { outcome: 'locked' };
  if (account.lockedUntil !== null) Object.assign(account, { lockedUntil: null, failures: 0, captcha: 'no' });
  if (account.captcha === 'asked') return { outcome: 'captchaNeeded' };
  if (nir !== numberOf(persona) || !isPassword(text(input['password']), { account, persona, memory })) {
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
const isProvisional = (nir: string) => /^[78]/.test(nir);

/** After a reload an invented password is forgotten (it lives in memory only): any that meets the rules then does. */
function isPassword(
  password: string,
  { account, persona, memory }: Pick<Call, 'persona' | 'memory'> & { readonly account: AccountWorld },
): boolean {
  if (!account.passwordInvented) return password === passwordOf(persona);
  const invented = memory.get('password');
  return invented === undefined ? isStrongPassword(password) : password === invented;
}

function sendCode({ world: { account }, now, digits, send }: Call, template = 'code-de-connexion'): Answer {
  if (account.code) account.deadCodes.push(account.code.value);
  const value = digits(cafRules.codeDigits);
  account.code = { value, sentAt: now };
  account.lastCallAt = now;
  send(template, { code: value });
  return ok;
}

function confirmCode({ world: { account }, input, now }: Call): Answer {
  const code = text(input['code']);
  account.lastCallAt = now;
  // Whatever is typed, nothing can match any more: saying « wrong » would send the person back to copy the same code.
  if (!account.code || now - account.code.sentAt > cafRules.codeFor) return { outcome: 'expiredCode' };
  if (code !== account.code.value) return { outcome: account.deadCodes.includes(code) ? 'expiredCode' : 'wrongCode' };
  account.deadCodes.push(code);
  Object.assign(account, { code: null, session: 'open' });
  return ok;
}

function startReset(call: Call): Answer {
  const { world, input, persona } = call;
  if (isProvisional(text(input['nir']))) return { outcome: 'provisionalNumber' };
  if (text(input['nir']) !== numberOf(persona) || text(input['birthDate']) !== birthDateOf(persona)) {
    return { outcome: 'unknownPerson' };
  }
  world.account.session = 'password';
  return sendCode(call, 'code-de-mot-de-passe');
}

function changePassword({ world: { account }, input, now, memory }: Call): Answer {
  memory.set('password', text(input['password']));
  Object.assign(account, { passwordInvented: true, passwordDue: false, failures: 0, lockedUntil: null, captcha: 'no' });
  account.lastCallAt = now;
  return ok;
}

/** What the picture shows: the same for everyone, since it protects nothing here. */
const captchaAnswer = 'K7P4';

export const accountOperations: FakeService<CafWorld>['operations'] = {
  signIn,
  proveHuman: ({ world: { account }, input }) => {
    if (text(input['answer']).replace(/\s/g, '').toUpperCase() !== captchaAnswer) return { outcome: 'wrongAnswer' };
    account.captcha = 'passed';
    return ok;
  },
  sendCode: (call) => sendCode(call),
  confirmCode,
  startReset,
  resendResetCode: (call) => sendCode(call, 'code-de-mot-de-passe'),
  changePassword,
  acceptTerms: awake(({ world: { account } }) => {
    account.termsPending = false;
    return ok;
  }),
};
