import type { Persona } from '#engine';
import { claimantText } from '../papers.ts';
import type { Answer, AnswerOf, CallOf, FakeService, Handlers, OperationCall } from '../service.ts';
import type { accountContract } from './account-contract.ts';
import { antsRules, isStrongPassword } from './assumed.ts';
import { text } from './facts.ts';
import type { AntsWorld } from './world.ts';

/** The account of the person who signs in. */
export interface AccountWorld {
  /** Refused sign-ins in a row. */
  failures: number;
  /** Epoch ms. */
  lockedUntil: number | null;
  activated: boolean;
  /** When the last link left by mail, epoch ms. */
  linkSentAt: number | null;
  /** "link": a link by mail was opened, only a new password may be given. */
  session: 'none' | 'link' | 'open';
  /** The session was opened with FranceConnect, and not with the account's own password. */
  withFranceConnect: boolean;
  /** Last call of the session, epoch ms. */
  lastCallAt: number;
  /** The person has chosen a new password: the notebook's no longer works. */
  passwordInvented: boolean;
}

/** One trait of the persona matters: `compte-ants: a-activer` (the activation mail was missed). */
export function seedAccount(persona: Persona, { now }: { readonly now: number }): AccountWorld {
  return {
    failures: 0,
    lockedUntil: null,
    activated: persona.traits['compte-ants'] !== 'a-activer',
    linkSentAt: null,
    session: 'none',
    withFranceConnect: false,
    lastCallAt: now,
    passwordInvented: false,
  };
}

export const accountPresets: FakeService<AntsWorld>['presets'] = {
  'fresh-account': ({ account }) => {
    Object.assign(account, { failures: 0, lockedUntil: null, activated: true });
  },
  'four-failures': ({ account }) => {
    Object.assign(account, { failures: antsRules.lockAfter - 1, lockedUntil: null });
  },
  'not-activated': ({ account }) => {
    account.activated = false;
  },
  'link-sent': ({ account }, { now }) => {
    account.linkSentAt = now;
  },
  'link-old': ({ account }, { now }) => {
    account.linkSentAt = now - antsRules.linkFor - 1;
  },
  'link-opened': ({ account }, { now }) => {
    if (account.session === 'none') account.session = 'link';
    account.lastCallAt = now;
  },
  'signed-in': ({ account }, { now }) => {
    account.session = 'open';
    account.lastCallAt = now;
  },
  'own-entry': ({ account }) => {
    account.withFranceConnect = false;
  },
  'franceconnect-entry': ({ account }) => {
    account.withFranceConnect = true;
  },
  'session-over': ({ account }) => {
    account.session = 'none';
  },
};

export function hasAccountSession(account: AccountWorld, now: number, operation: string): boolean {
  if (account.session === 'none' || now - account.lastCallAt > antsRules.sessionFor) return false;
  return account.session === 'open' || operation === 'changePassword';
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
type BaseCall = OperationCall<AntsWorld>;
type Operations = Handlers<AntsWorld, typeof accountContract>;
type Call<Name extends keyof Operations> = CallOf<AntsWorld, (typeof accountContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof accountContract)[Name]>;
const ok = { outcome: 'ok' } as const;

function signIn({ world: { account }, input, persona, now, memory }: Call<'signIn'>): Said<'signIn'> {
  if (account.lockedUntil !== null && now < account.lockedUntil) return { outcome: 'locked' };
  if (account.lockedUntil !== null) Object.assign(account, { lockedUntil: null, failures: 0 });
  const isKnown = text(input['identifier']) === claimantText(persona, 'identifiant-ants');
  if (!isKnown || !isPassword(text(input['password']), { account, persona, memory })) {
    account.failures += 1;
    if (account.failures < antsRules.lockAfter) return { outcome: 'wrongCredentials' };
    account.lockedUntil = now + antsRules.lockFor;
    return { outcome: 'locked' };
  }
  if (!account.activated) return { outcome: 'notActivated' };
  Object.assign(account, { failures: 0, session: 'open', withFranceConnect: false, lastCallAt: now });
  return ok;
}

/** After a reload an invented password is forgotten (it lives in memory only): any that meets the rules then does. */
function isPassword(
  password: string,
  { account, persona, memory }: Pick<BaseCall, 'persona' | 'memory'> & { readonly account: AccountWorld },
): boolean {
  if (!account.passwordInvented) return password === claimantText(persona, 'mot-de-passe-ants');
  const invented = memory.get('password');
  return invented === undefined ? isStrongPassword(password) : password === invented;
}

function sendLink({ world: { account }, now, send }: BaseCall, template: string): Answer<'ok'> {
  account.linkSentAt = now;
  send(template, {});
  return ok;
}

const isLinkGood = ({ world: { account }, now }: BaseCall) =>
  account.linkSentAt !== null && now - account.linkSentAt <= antsRules.linkFor;

export const accountOperations: Operations = {
  signIn,
  enterWithFranceConnect: ({ world: { account }, now }) => {
    Object.assign(account, { session: 'open', withFranceConnect: true, lastCallAt: now });
    return ok;
  },
  resendActivation: (call) => sendLink(call, 'lien-d-activation'),
  activate: (call) => {
    if (!isLinkGood(call)) return { outcome: 'linkExpired' };
    Object.assign(call.world.account, { activated: true, linkSentAt: null });
    return ok;
  },
  startReset: (call) => {
    const isKnown = text(call.input['email']).toLowerCase() === call.persona.email.toLowerCase();
    return isKnown ? sendLink(call, 'lien-de-mot-de-passe') : { outcome: 'unknownMail' };
  },
  openResetLink: (call) => {
    if (!isLinkGood(call)) return { outcome: 'linkExpired' };
    Object.assign(call.world.account, { linkSentAt: null, session: 'link', lastCallAt: call.now });
    return ok;
  },
  changePassword: ({ world: { account }, input, memory, now }) => {
    memory.set('password', text(input['password']));
    Object.assign(account, { passwordInvented: true, failures: 0, lockedUntil: null, activated: true });
    Object.assign(account, { session: 'open', withFranceConnect: false, lastCallAt: now });
    return ok;
  },
};
