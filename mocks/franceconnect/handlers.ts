import { claimantText } from '../papers.ts';
import type { Answer, AnswerOf, CallOf, Handlers, OperationCall } from '../service.ts';
import { franceConnectRules as rules } from './assumed.ts';
import type { franceConnectContract } from './contract.ts';
import { compact, identityOf, nir13Of } from './facts.ts';
import type { FranceConnectWorld, Provider } from './world.ts';

/** A call of any operation, its input aside. */
type BaseCall = OperationCall<FranceConnectWorld>;
type Contract = (typeof franceConnectContract)['operations'];
type Call<Name extends keyof Contract> = CallOf<FranceConnectWorld, Contract[Name]>;
type Said<Name extends keyof Contract> = AnswerOf<Contract[Name]>;
const ok = { outcome: 'ok' } as const;

/** As the pages name the accounts. */
const names: Readonly<Record<Provider, string>> = {
  impots: 'Impôts',
  ameli: 'Ameli',
  'la-poste': "L'Identité Numérique La Poste",
  'france-identite': 'France Identité',
};

/** Every call of an open page puts off its end. */
function awake<Given extends BaseCall, Outcome extends string>(
  handle: (call: Given) => Answer<Outcome>,
): (call: Given) => Answer<Outcome> {
  return (call) => {
    call.world.session = call.now;
    return handle(call);
  };
}

/** A provider out of order answers nothing, once: trying again or taking another account must be possible. */
function standing<Given extends BaseCall, Outcome extends string>(
  handle: (call: Given) => Answer<Outcome>,
): (call: Given) => Answer<Outcome | 'providerDown'> {
  return awake((call: Given): Answer<Outcome | 'providerDown'> => {
    if (!call.world.providerDown) return handle(call);
    call.world.providerDown = false;
    return { outcome: 'providerDown' };
  });
}

/** Judges a number and a password: which of the two is wrong is never said. */
function credentials<Given extends BaseCall>(
  provider: 'impots' | 'ameli',
  right: (call: Given) => boolean,
): (call: Given) => Said<'signInImpots'> {
  return standing((call: Given): Said<'signInImpots'> => {
    const { world, now } = call;
    const until = world.lockedUntil[provider];
    if (until !== null && now < until) return { outcome: 'locked' };
    if (until !== null) {
      world.lockedUntil[provider] = null;
      world.failures[provider] = 0;
    }
    if (!right(call)) {
      world.failures[provider] += 1;
      if (world.failures[provider] < rules.lockAfter) return { outcome: 'wrongCredentials' };
      world.lockedUntil[provider] = now + rules.lockFor;
      return { outcome: 'locked' };
    }
    world.failures[provider] = 0;
    if (provider === 'impots') return sendCode(call);
    world.provider = provider;
    return ok;
  });
}

/** Exact, as a password is; without a paper that gives it there is no account. */
const isRight = (typed: unknown, expected: string | undefined): boolean =>
  expected !== undefined && expected !== '' && typed === expected;

function isImpots({ input, persona }: Call<'signInImpots'>): boolean {
  const number = claimantText(persona, 'numero-fiscal');
  return (
    isRight(compact(input['taxNumber']), number) &&
    isRight(input['password'], claimantText(persona, 'mot-de-passe-impots'))
  );
}

function isAmeli({ input, persona }: Call<'signInAmeli'>): boolean {
  return (
    isRight(compact(input['nir']).toUpperCase().slice(0, 13), nir13Of(persona)) &&
    isRight(input['password'], claimantText(persona, 'mot-de-passe-ameli'))
  );
}

/** The code sent before is then dead. */
function sendCode({ world, now, digits, send }: BaseCall): Answer<'ok'> {
  if (world.code) world.deadCodes.push(world.code.value);
  const value = digits(rules.codeDigits);
  world.code = { value, sentAt: now };
  send('code-des-impots', { code: value });
  return ok;
}

function confirmCode({ world, input, now }: Call<'confirmImpotsCode'>): Said<'confirmImpotsCode'> {
  const code = compact(input['code']);
  if (!world.code || now - world.code.sentAt > rules.codeFor) return { outcome: 'expiredCode' };
  if (code !== world.code.value) return { outcome: world.deadCodes.includes(code) ? 'expiredCode' : 'wrongCode' };
  world.deadCodes.push(code);
  Object.assign(world, { code: null, provider: 'impots' });
  return ok;
}

function ask<Given extends BaseCall, None extends string>(
  provider: Provider,
  none: None,
  knows: (call: Given) => boolean,
): (call: Given) => Answer<None | 'ok' | 'providerDown'> {
  return standing((call: Given): Answer<None | 'ok'> => {
    if (!call.world.apps.includes(provider) || !knows(call)) return { outcome: none };
    call.world.asked = { provider, at: call.now };
    return ok;
  });
}

function approve({ world, now }: Call<'approve'>): Said<'approve'> {
  const { asked } = world;
  world.asked = null;
  if (!asked || now - asked.at > rules.approveFor) return { outcome: 'tooLate' };
  world.provider = asked.provider;
  return ok;
}

function identify({ world, persona }: Call<'identify'>): Said<'identify'> {
  const { provider } = world;
  const outcome = world.civil ?? (provider && world.marriedAt.includes(provider) ? 'marriedName' : 'ok');
  if (outcome !== 'ok') return { outcome };
  return {
    outcome: world.consented ? 'consentGiven' : 'ok',
    data: { ...identityOf(persona), provider: provider ? names[provider] : '' },
  };
}

function goOn({ world, digits, send }: Call<'goOn'>): Said<'goOn'> {
  const isFirst = world.loginCode === null;
  world.loginCode = digits(rules.loginCodeDigits);
  if (isFirst && rules.firstIsUnusual) {
    const account = world.provider ? names[world.provider] : '';
    send('connexion-inhabituelle', { code: world.loginCode, compte: account });
  }
  world.consented = true;
  return ok;
}

export const franceConnectOperations: Handlers<FranceConnectWorld, Contract> = {
  open: ({ world, now }) => {
    Object.assign(world, { session: now, asked: null, provider: null });
    return { outcome: world.closed === null ? 'ok' : `${world.closed}Closed` };
  },
  signInImpots: credentials('impots', isImpots),
  confirmImpotsCode: awake(confirmCode),
  resendImpotsCode: awake(sendCode),
  signInAmeli: credentials('ameli', isAmeli),
  askLaPoste: ask(
    'la-poste',
    'unknownAccount',
    ({ input, persona }) => compact(input['email']).toLowerCase() === persona.email.toLowerCase(),
  ),
  askFranceIdentite: ask('france-identite', 'noApp', () => true),
  approve: awake(approve),
  deny: awake(({ world }) => {
    world.asked = null;
    return ok;
  }),
  identify: awake(identify),
  goOn: awake(goOn),
  report: ({ world, input }) =>
    isRight(compact(input['code']), world.loginCode ?? undefined) ? ok : { outcome: 'unknownCode' },
};
