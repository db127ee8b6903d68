import { claimantText } from '../papers.ts';
import type { Answer, AnswerOf, CallOf, OperationCall } from '../service.ts';
import { poleEmploiRules as rules } from './assumed.ts';
import type { poleEmploiContract } from './contract.ts';
import type { PoleEmploiWorld } from './world.ts';

/** A call of any operation, its input aside. */
export type BaseCall = OperationCall<PoleEmploiWorld>;
type Contract = (typeof poleEmploiContract)['operations'];
type Call<Name extends keyof Contract> = CallOf<PoleEmploiWorld, Contract[Name]>;
type Said<Name extends keyof Contract> = AnswerOf<Contract[Name]>;

export const ok = { outcome: 'ok' } as const;

export const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** People copy identifiers with spaces, and their last letter small. */
const bare = (identifier: string) => identifier.replace(/\s/g, '').toUpperCase();

export function giveIdentifier({ world, input, persona }: Call<'giveIdentifier'>): Said<'giveIdentifier'> {
  const expected = bare(claimantText(persona, 'identifiant-france-travail') ?? world.space.identifier ?? '');
  world.identifier = expected !== '' && bare(text(input['identifier'])) === expected ? 'right' : 'wrong';
  return ok;
}

export function signIn(call: Call<'signIn'>): Said<'signIn'> {
  const { world, input, persona, now, memory } = call;
  if (world.lockedUntil !== null && now < world.lockedUntil) return { outcome: 'locked' };
  if (world.lockedUntil !== null) Object.assign(world, { lockedUntil: null, failures: 0 });
  // An invented password is forgotten with the page: the one prepared in the notebook then opens the new space too.
  const right = [claimantText(persona, 'mot-de-passe-france-travail'), memory.get('password')];
  if (world.identifier !== 'right' || !right.includes(text(input['password']))) {
    world.failures += 1;
    if (world.failures < rules.lockAfter) return { outcome: 'wrongCredentials' };
    world.lockedUntil = now + rules.lockFor;
    return { outcome: 'locked' };
  }
  Object.assign(world, { failures: 0, session: world.oneStep ? 'open' : 'password', lastCallAt: now });
  return world.oneStep ? ok : sendCode(call);
}

/** The code sent before is then dead. */
export function sendCode({ world, now, digits, send }: BaseCall): Answer<'ok'> {
  if (world.code) world.deadCodes.push(world.code.value);
  const value = digits(rules.codeDigits);
  world.code = { value, sentAt: now };
  world.lastCallAt = now;
  send('code-de-securite', { code: value });
  return ok;
}

export function confirmCode({ world, input, now }: Call<'confirmCode'>): Said<'confirmCode'> {
  const code = text(input['code']);
  world.lastCallAt = now;
  if (!world.code || now - world.code.sentAt > rules.codeFor) return { outcome: 'expiredCode' };
  if (code !== world.code.value) return { outcome: world.deadCodes.includes(code) ? 'expiredCode' : 'wrongCode' };
  world.deadCodes.push(code);
  world.code = null;
  world.session = 'open';
  return ok;
}

/** Every call of an open session puts off its idle end. */
export function awake<Given extends BaseCall, Outcome extends string>(
  handle: (call: Given) => Answer<Outcome>,
): (call: Given) => Answer<Outcome> {
  return (call) => {
    call.world.lastCallAt = call.now;
    return handle(call);
  };
}
