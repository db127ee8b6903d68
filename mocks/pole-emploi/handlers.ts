import { claimantText, classOfFile } from '../papers.ts';
import type { Answer, FakeService } from '../service.ts';
import { hasRightKey, poleEmploiRules as rules } from './assumed.ts';
import { awake, type Call, confirmCode, giveIdentifier, ok, sendCode, signIn, text } from './sign-in.ts';
import { updateOperations } from './update.ts';
import { type PoleEmploiWorld, slots } from './world.ts';

const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);
const numberOf = (persona: Call['persona']) => claimantText(persona, 'numero-de-securite-sociale');

function findSpace({ input, persona }: Call): Answer {
  const nir = text(input['nir']);
  if (!hasRightKey(nir)) return { outcome: 'wrongKey' };
  return nir === numberOf(persona) ? ok : { outcome: 'unknownNumber' };
}

function openRegistration({ world, now }: Call): Answer {
  if (world.registered) return { outcome: 'alreadyRegistered' };
  if (world.draftSince === null) return ok;
  if (now - world.draftSince <= rules.draftFor) return { outcome: 'draftWaiting' };
  world.draftSince = null;
  return { outcome: 'draftExpired' };
}

function savePersonal({ world, input, persona, now }: Call): Answer {
  const nir = text(input['nir']);
  if (!hasRightKey(nir)) return { outcome: 'wrongKey' };
  if (nir !== numberOf(persona)) return { outcome: 'notCertified' };
  const permit = text(input['permit']);
  if (input['nationality'] === 'autre' && permit !== '' && permit < dayOf(now)) return { outcome: 'permitExpired' };
  world.reception = input['paperless'] === true ? 'electronique' : 'postale';
  world.draftSince ??= now;
  return ok;
}

/** IBANs of the exercise are impossible ones: their check digits are never right, so the paper decides. */
function saveBank({ world, input, persona }: Call): Answer {
  const bare = (iban: string) => iban.replace(/\s/g, '').toUpperCase();
  if (bare(text(input['iban'])) !== bare(claimantText(persona, 'iban') ?? '')) return { outcome: 'wrongIban' };
  const proof = classOfFile(persona, text(input['bankProof']), 'iban', rules);
  if (proof === 'wrongFormat' || proof === 'tooHeavy') return { outcome: proof };
  world.bankProof = proof;
  return ok;
}

function submit({ world, now, digits }: Call): Answer {
  if (world.registered) return { outcome: 'alreadyRegistered' };
  world.registered = { number: `FT-${digits(6)}`, at: now };
  world.draftSince = null;
  return ok;
}

function book({ world, input }: Call): Answer {
  const slot = slots.find((each) => each === input['slot']);
  if (slot !== undefined && world.taken.includes(slot)) return { outcome: 'slotTaken' };
  world.appointment = slot ?? null;
  return ok;
}

/** The vague mail that follows, weeks later, for whoever gets letters online. */
function signOut({ world, send }: Call): Answer {
  world.session = 'none';
  if (world.reception === 'postale' || world.later !== 'none') return ok;
  world.later = 'letter-waiting';
  send('nouveau-document', {});
  return { outcome: 'weeksPass' };
}

/** How late it is since the warning: an answer is taken for 10 days, the decision falls within 15 more. */
function stage({ world, now }: Call): 'open' | 'deadlinePassed' | 'sanctioned' {
  const since = now - world.warnedAt;
  if (since <= rules.answerWithin) return 'open';
  return since <= rules.answerWithin + rules.decisionWithin ? 'deadlinePassed' : 'sanctioned';
}

function openSpace(call: Call): Answer {
  if (call.world.answered) return { outcome: 'alreadyAnswered' };
  const now = stage(call);
  return now === 'open' ? ok : { outcome: now };
}

function answerWarning(call: Call): Answer {
  const { world, now, digits } = call;
  if (world.answered) return { outcome: 'alreadyAnswered' };
  if (stage(call) !== 'open') return { outcome: 'tooLate' };
  world.answered = { number: `OBS-${digits(6)}`, at: now };
  return ok;
}

function sendProof({ world, input, persona }: Call): Answer {
  const proof = classOfFile(persona, text(input['proof']), 'preuve-d-absence', rules);
  if (proof === 'wrongFormat' || proof === 'tooHeavy') return { outcome: proof };
  world.proof = input['context'] === 'rendez-vous' ? proof : 'lost';
  return ok;
}

export const poleEmploiOperations: FakeService<PoleEmploiWorld>['operations'] = {
  giveIdentifier,
  signIn,
  enterWithFranceConnect: ({ world, now }) => {
    Object.assign(world, { session: 'open', lastCallAt: now });
    return ok;
  },
  resendCode: sendCode,
  confirmCode,
  findSpace,
  openRegistration: awake(openRegistration),
  savePersonal: awake(savePersonal),
  saveSituation: awake(({ input, now }) => (text(input['end']) > dayOf(now) ? { outcome: 'contractNotEnded' } : ok)),
  saveJobs: awake(({ input }) => (text(input['start']) > text(input['end']) ? { outcome: 'datesReversed' } : ok)),
  saveAllowance: awake(() => ok),
  saveStudies: awake(() => ok),
  saveJobSearch: awake(() => ok),
  saveNeeds: awake(() => ok),
  saveBank: awake(saveBank),
  saveDraft: awake(({ world, now }) => {
    world.draftSince ??= now;
    return ok;
  }),
  submit: awake(submit),
  book: awake(book),
  signOut,
  readLetters: awake(({ world }) => (world.later === 'none' ? ok : { outcome: 'convocation' })),
  readConfirmation: awake(({ world }) => ({ outcome: 'ok', data: { number: world.registered?.number ?? '' } })),
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
  ...updateOperations,
};
