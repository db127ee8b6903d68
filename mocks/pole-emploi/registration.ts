import { claimantText, claimantTexts, classOfFile } from '../papers.ts';
import type { Answer, AnswerOf, CallOf, Handlers } from '../service.ts';
import { hasRightKey, poleEmploiRules as rules } from './assumed.ts';
import type { registrationContract } from './registration-contract.ts';
import { awake, type BaseCall, ok, text } from './sign-in.ts';
import { type PoleEmploiWorld, slots } from './world.ts';

type Operations = Handlers<PoleEmploiWorld, typeof registrationContract>;
type Call<Name extends keyof Operations> = CallOf<PoleEmploiWorld, (typeof registrationContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof registrationContract)[Name]>;

const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);
/** The number with its key: a paper may bear it without. */
const numberOf = (persona: BaseCall['persona']) =>
  claimantTexts(persona, 'numero-de-securite-sociale').find((number) => number.length === 15);

function findSpace({ input, persona }: Call<'findSpace'>): Said<'findSpace'> {
  const nir = text(input['nir']);
  if (!hasRightKey(nir)) return { outcome: 'wrongKey' };
  if (nir !== numberOf(persona)) return { outcome: 'unknownNumber' };
  return claimantText(persona, 'identifiant-france-travail') === undefined ? { outcome: 'noSpace' } : ok;
}

function sendLink({ world, now, send }: BaseCall): Answer<'ok'> {
  world.space.linkSentAt = now;
  send('lien-de-validation', {});
  return ok;
}

function createSpace(call: Call<'createSpace'>): Said<'createSpace'> {
  const { input, memory } = call;
  if (text(input['mail']) !== text(input['mailAgain'])) return { outcome: 'mailsDiffer' };
  memory.set('password', text(input['password']));
  return sendLink(call);
}

function openLink({ world, now, digits, send }: Call<'openLink'>): Said<'openLink'> {
  const { space } = world;
  if (space.linkSentAt === null || now - space.linkSentAt > rules.linkFor) return { outcome: 'linkExpired' };
  Object.assign(world, { session: 'open', lastCallAt: now });
  space.identifier ??= digits(rules.identifierDigits);
  send('espace-cree', { identifiant: space.identifier });
  return ok;
}

function openRegistration({ world, now }: Call<'openRegistration'>): Said<'openRegistration'> {
  if (world.registered) return { outcome: 'alreadyRegistered' };
  if (world.draftSince === null) return ok;
  if (now - world.draftSince <= rules.draftFor) return { outcome: 'draftWaiting' };
  world.draftSince = null;
  return { outcome: 'draftExpired' };
}

function savePersonal({ world, input, persona, now }: Call<'savePersonal'>): Said<'savePersonal'> {
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
function saveBank({ world, input, persona }: Call<'saveBank'>): Said<'saveBank'> {
  const bare = (iban: string) => iban.replace(/\s/g, '').toUpperCase();
  if (bare(text(input['iban'])) !== bare(claimantText(persona, 'iban') ?? '')) return { outcome: 'wrongIban' };
  const proof = classOfFile(persona, text(input['bankProof']), 'iban', rules);
  if (proof === 'wrongFormat' || proof === 'tooHeavy') return { outcome: proof };
  world.bankProof = proof;
  return ok;
}

function submit({ world, now, digits }: Call<'submit'>): Said<'submit'> {
  if (world.registered) return { outcome: 'alreadyRegistered' };
  world.registered = { number: `FT-${digits(6)}`, at: now };
  world.draftSince = null;
  return ok;
}

function book({ world, input }: Call<'book'>): Said<'book'> {
  const slot = slots.find((each) => each === input['slot']);
  if (slot !== undefined && world.taken.includes(slot)) return { outcome: 'slotTaken' };
  world.appointment = slot ?? null;
  return ok;
}

/** The vague mail that follows, weeks later, for whoever gets letters online. */
function signOut({ world, send }: Call<'signOut'>): Said<'signOut'> {
  world.session = 'none';
  if (world.reception === 'postale' || world.later !== 'none') return ok;
  world.later = 'convocation';
  send('nouveau-document', {});
  return { outcome: 'weeksPass' };
}

/** Nobody looked: the warning is as vague as the convocation; the sanction comes on paper, and says all. */
function ignoreMail({ world, send }: Call<'ignoreMail'>): Said<'ignoreMail'> {
  if (world.later === 'convocation') {
    world.later = 'warning';
    send('encore-un-document', {});
    return ok;
  }
  world.later = 'sanction';
  send('sanction', {});
  return { outcome: 'sanction' };
}

export const registrationOperations: Operations = {
  findSpace,
  createSpace,
  resendLink: sendLink,
  openLink,
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
  readLetters: awake(({ world }) => (world.later === 'none' ? ok : { outcome: world.later })),
  ignoreMail,
  readConfirmation: awake(({ world }) => ({ outcome: 'ok', data: { number: world.registered?.number ?? '' } })),
};
