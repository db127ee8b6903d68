import type { Answer, FakeService, OperationCall } from '../service.ts';
import { cafRules, isStrongPassword } from './assumed.ts';
import { birthDateOf, figuresOf, isGoodProof, numberOf, passwordOf } from './facts.ts';
import { type CafWorld, emptyDraft } from './world.ts';

type Call = OperationCall<CafWorld>;

const ok: Answer = { outcome: 'ok' };

function signIn({ world, input, persona, now, memory }: Call): Answer {
  const nir = text(input.nir);
  if (isProvisional(nir)) return { outcome: 'provisionalNumber' };
  if (world.lockedUntil !== null && now < world.lockedUntil) return { outcome: 'locked' };
  if (world.lockedUntil !== null) Object.assign(world, { lockedUntil: null, failures: 0, captcha: 'no' });
  if (world.captcha === 'asked') return { outcome: 'captchaNeeded' };
  if (nir !== numberOf(persona) || !isPassword(text(input.password), { world, persona, memory })) {
    world.failures += 1;
    if (world.failures >= cafRules.lockAfter) {
      world.lockedUntil = now + cafRules.lockFor;
      return { outcome: 'locked' };
    }
    if (world.failures >= cafRules.captchaAfter && world.captcha === 'no') {
      world.captcha = 'asked';
      return { outcome: 'captchaNeeded' };
    }
    return { outcome: 'wrongCredentials' };
  }
  Object.assign(world, { failures: 0, captcha: 'no', session: 'password', lastCallAt: now, draft: emptyDraft() });
  return world.passwordDue ? { outcome: 'passwordDue' } : ok;
}

/** The real site knows only the numbers that begin with 1 or 2, whichever door they come by. */
const isProvisional = (nir: string) => /^[78]/.test(nir);

/** After a reload an invented password is forgotten (it lives in memory only): any that meets the rules then does. */
function isPassword(password: string, { world, persona, memory }: Pick<Call, 'world' | 'persona' | 'memory'>): boolean {
  if (!world.passwordInvented) return password === passwordOf(persona);
  const invented = memory.get('password');
  return invented === undefined ? isStrongPassword(password) : password === invented;
}

function sendCode(call: Call, template = 'code-de-connexion'): Answer {
  const { world, now, digits, send } = call;
  if (world.code) world.deadCodes.push(world.code.value);
  const value = digits(cafRules.codeDigits);
  world.code = { value, sentAt: now };
  world.lastCallAt = now;
  send(template, { code: value });
  return ok;
}

function confirmCode({ world, input, now }: Call): Answer {
  const code = text(input.code);
  world.lastCallAt = now;
  // Whatever is typed, nothing can match any more: saying « wrong » would send the person back to copy the same code.
  if (!world.code || now - world.code.sentAt > cafRules.codeFor) return { outcome: 'expiredCode' };
  if (code !== world.code.value) return { outcome: world.deadCodes.includes(code) ? 'expiredCode' : 'wrongCode' };
  world.deadCodes.push(code);
  world.code = null;
  world.session = 'open';
  return ok;
}

function startReset(call: Call): Answer {
  const { world, input, persona } = call;
  if (isProvisional(text(input.nir))) return { outcome: 'provisionalNumber' };
  if (text(input.nir) !== numberOf(persona) || text(input.birthDate) !== birthDateOf(persona)) {
    return { outcome: 'unknownPerson' };
  }
  world.session = 'password';
  return sendCode(call, 'code-de-mot-de-passe');
}

function changePassword({ world, input, now, memory }: Call): Answer {
  memory.set('password', text(input.password));
  Object.assign(world, { passwordInvented: true, passwordDue: false, failures: 0, lockedUntil: null, captcha: 'no' });
  world.lastCallAt = now;
  return ok;
}

function openAccount({ world, now }: Call): Answer {
  if (world.termsPending) return { outcome: 'termsToAccept' };
  if (world.filed) return { outcome: 'nothingDue' };
  return now > world.dueAt + cafRules.interruptedAfter ? { outcome: 'paymentsInterrupted' } : ok;
}

function confirmFigures({ world, input, persona }: Call): Answer {
  const sent = figuresOf(persona);
  const given = amounts(input.figures);
  const cells = new Set([...Object.keys(sent), ...Object.keys(given)]);
  const changed = [...cells].some((cell) => (sent[cell] ?? null) !== (given[cell] ?? null));
  const proof = text(input.proof);
  const file = persona.documents.find((document) => document.id === proof);
  if (file && !(cafRules.proofFormats as readonly string[]).includes(file.format)) return { outcome: 'wrongFormat' };
  if (file && file.megabytes > cafRules.proofMegabytes) return { outcome: 'tooHeavy' };
  if (changed && !file) return { outcome: 'correctionNeedsProof' };
  world.draft.figures = changed ? 'corrected' : 'kept';
  world.draft.proof = !file ? 'none' : isGoodProof(persona, proof) ? 'right' : 'doubtful';
  return ok;
}

/** What a kind ticked is called as an input of `declareAmounts`. */
const inputOfKind = {
  'travail-independant': 'independant',
  etranger: 'etranger',
  'pensions-alimentaires': 'pensions',
  'autres-revenus': 'autres',
} as const;

/** Only ids that the form has: nothing else may enter the world. */
const isKind = (kind: unknown): kind is string =>
  typeof kind === 'string' && (kind in inputOfKind || kind === 'aucune');

function declareOther({ world, input }: Call): Answer {
  const kinds = Array.isArray(input['kinds']) ? input['kinds'].filter(isKind) : [];
  if (kinds.includes('aucune') && kinds.length > 1) return { outcome: 'contradiction' };
  world.draft.otherKinds = kinds;
  return ok;
}

/** Each kind ticked, and each kind begun, has an amount for each month, whoever of the household received it. */
function declareAmounts({ world, input }: Call): Answer {
  const isMissing = Object.entries(inputOfKind).some(([kind, name]) => {
    const given = Object.keys(amounts(input[name]));
    const isDue = given.length > 0 || world.draft.otherKinds?.includes(kind);
    return isDue && cafRules.quarter.some((month) => !given.some((cell) => cell.endsWith(`.${month}`)));
  });
  return isMissing ? { outcome: 'amountMissing' } : ok;
}

function validate({ world, now, digits }: Call): Answer {
  if (world.filed) return { outcome: 'alreadyFiled' };
  const late = now > world.dueAt;
  world.filed = { number: `DT-${digits(6)}`, at: now, late };
  world.draft = emptyDraft();
  return late ? { outcome: 'late' } : ok;
}

/** Every call of an open session puts off its idle end. */
function awake(handle: (call: Call) => Answer): (call: Call) => Answer {
  return (call) => {
    call.world.lastCallAt = call.now;
    return handle(call);
  };
}

export const cafOperations: FakeService<CafWorld>['operations'] = {
  signIn,
  proveHuman: ({ world, input }) => {
    if (text(input.answer).replace(/\s/g, '').toUpperCase() !== captchaAnswer) return { outcome: 'wrongAnswer' };
    world.captcha = 'passed';
    return ok;
  },
  sendCode: (call) => sendCode(call),
  confirmCode,
  startReset,
  resendResetCode: (call) => sendCode(call, 'code-de-mot-de-passe'),
  changePassword,
  acceptTerms: awake(({ world }) => {
    world.termsPending = false;
    return ok;
  }),
  openAccount: awake(openAccount),
  confirmProfile: awake(() => ok),
  readStatement: awake(({ persona }) => ({ outcome: 'ok', data: { figures: figuresOf(persona) } })),
  confirmFigures: awake(confirmFigures),
  declareOther: awake(declareOther),
  declareAmounts: awake(declareAmounts),
  validate: awake(validate),
  readReceipt: awake(({ world }) => ({ outcome: 'ok', data: { number: world.filed?.number ?? '' } })),
};

/** What the picture shows: the same for everyone, since it protects nothing here. */
const captchaAnswer = 'K7P4';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Amounts of a grid by cell, cents; blank cells are left out. */
function amounts(grid: unknown): Readonly<Record<string, number>> {
  if (typeof grid !== 'object' || grid === null) return {};
  return Object.fromEntries(
    Object.entries(grid).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
