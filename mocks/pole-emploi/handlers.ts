import { classOfFile } from '../papers.ts';
import type { AnswerOf, CallOf, Handlers } from '../service.ts';
import { poleEmploiRules as rules } from './assumed.ts';
import type { poleEmploiContract } from './contract.ts';
import { registrationOperations } from './registration.ts';
import { awake, type BaseCall, confirmCode, giveIdentifier, ok, sendCode, signIn, text } from './sign-in.ts';
import { updateOperations } from './update/operations.ts';
import type { PoleEmploiWorld } from './world.ts';

type Contract = (typeof poleEmploiContract)['operations'];
type Call<Name extends keyof Contract> = CallOf<PoleEmploiWorld, Contract[Name]>;
type Said<Name extends keyof Contract> = AnswerOf<Contract[Name]>;

/** How late it is since the warning: an answer is taken for 10 days, the decision falls within 15 more. */
function stage({ world, now }: BaseCall): 'open' | 'deadlinePassed' | 'sanctioned' {
  const since = now - world.warnedAt;
  if (since <= rules.answerWithin) return 'open';
  return since <= rules.answerWithin + rules.decisionWithin ? 'deadlinePassed' : 'sanctioned';
}

function openSpace(call: Call<'openSpace'>): Said<'openSpace'> {
  if (call.world.answered) return { outcome: 'alreadyAnswered' };
  const now = stage(call);
  return now === 'open' ? ok : { outcome: now };
}

function answerWarning(call: Call<'answerWarning'>): Said<'answerWarning'> {
  const { world, now, digits } = call;
  if (world.answered) return { outcome: 'alreadyAnswered' };
  if (stage(call) !== 'open') return { outcome: 'tooLate' };
  world.answered = { number: `OBS-${digits(6)}`, at: now };
  return ok;
}

function sendProof({ world, input, persona }: Call<'sendProof'>): Said<'sendProof'> {
  const proof = classOfFile(persona, text(input['proof']), 'preuve-d-absence', rules);
  if (proof === 'wrongFormat' || proof === 'tooHeavy') return { outcome: proof };
  world.proof = input['context'] === 'rendez-vous' ? proof : 'lost';
  return ok;
}

export const poleEmploiOperations: Handlers<PoleEmploiWorld, Contract> = {
  giveIdentifier,
  signIn,
  enterWithFranceConnect: ({ world, now }) => {
    Object.assign(world, { session: 'open', lastCallAt: now });
    return ok;
  },
  resendCode: sendCode,
  confirmCode,
  replyByMail: ({ send }) => {
    send('reponse-automatique', {});
    return ok;
  },
  openSpace: awake(openSpace),
  answerWarning: awake(answerWarning),
  sendProof: awake(sendProof),
  readReceipt: awake(({ world }) => ({ outcome: 'ok', data: { number: world.answered?.number ?? '' } })),
  /** `paperless`: what the form proposes, ticked in advance, whatever the person chose before. */
  readSettings: awake(({ world }) => ({ outcome: 'ok', data: { reception: world.reception, paperless: true } })),
  saveReception: awake(({ world, input }) => {
    world.reception = input['reception'] === 'postale' ? 'postale' : 'electronique';
    return ok;
  }),
  ...registrationOperations,
  ...updateOperations,
};
