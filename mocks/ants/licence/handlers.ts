import { type Persona, sameValue } from '#engine';
import { claimantText } from '../../papers.ts';
import type { Answer, AnswerOf, CallOf, Handlers, OperationCall } from '../../service.ts';
import { awake } from '../account.ts';
import { antsRules } from '../assumed.ts';
import { text } from '../facts.ts';
import type { AntsWorld } from '../world.ts';
import type { licenceContract } from './contract.ts';
import { type FileClass, papersAsked, verdict } from './world.ts';

type Operations = Handlers<AntsWorld, typeof licenceContract>;
type Call<Name extends keyof Operations> = CallOf<AntsWorld, (typeof licenceContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof licenceContract)[Name]>;
const ok = { outcome: 'ok' } as const;
const data = (number: string): Answer<'ok'> => ({ outcome: 'ok', data: { number } });

const isFuture = (date: unknown, now: number) => text(date) > new Date(now).toISOString().slice(0, 10);
const compact = (value: unknown) =>
  text(value)
    .replace(/[\s.-]/g, '')
    .toUpperCase();

function openLicenceBoard({ world: { licence } }: Call<'openLicenceBoard'>): Said<'openLicenceBoard'> {
  if (licence.request) return { outcome: licence.review === 'none' ? 'underReview' : licence.review };
  if (licence.payment === 'pending') return { outcome: 'awaitingPayment' };
  return licence.photo.pending ? { outcome: 'draft' } : ok;
}

function startLicence({ world: { licence }, input }: Call<'startLicence'>): Said<'startLicence'> {
  const reasons = { perte: 'loss', vol: 'theft' } as const;
  licence.reason = reasons[text(input['reason']) as keyof typeof reasons] ?? 'other';
  if (licence.reason !== 'theft') licence.files.theft = 'none';
  return ok;
}

function saveLicenceIdentity({
  world: { licence },
  input,
  persona,
  now,
}: Call<'saveLicenceIdentity'>): Said<'saveLicenceIdentity'> {
  if (isFuture(input['birthDate'], now)) return { outcome: 'birthInFuture' };
  const isOwn = (name: 'birthName' | 'firstNames', term: string) =>
    sameValue('text', text(input[name]), claimantText(persona, term) ?? '');
  const right =
    isOwn('birthName', 'nom-de-naissance') &&
    isOwn('firstNames', 'prenoms') &&
    text(input['birthDate']) === claimantText(persona, 'naissance-du-titulaire');
  licence.names = right ? 'right' : 'other';
  return ok;
}

function submitPhoto({ world: { licence }, input, persona }: Call<'submitPhoto'>): Said<'submitPhoto'> {
  const { photo } = licence;
  photo.byPost = input['way'] === 'classique';
  if (photo.byPost) {
    photo.pending = null;
    return ok;
  }
  const code = compact(input['photoCode']);
  if (!antsRules.photoShape.test(code)) return { outcome: 'wrongShape' };
  if (code === compact(claimantText(persona, 'numero-ephoto-expire'))) return { outcome: 'expired' };
  if (code === compact(claimantText(persona, 'numero-ephoto-utilise'))) return { outcome: 'used' };
  const isOwn = code === compact(claimantText(persona, 'numero-ephoto'));
  if (isOwn && photo.own === 'used') return { outcome: 'used' };
  if (isOwn && photo.own === 'expired') return { outcome: 'expired' };
  photo.pending = isOwn && photo.own === 'known' ? null : isOwn ? 'own' : 'other';
  return photo.pending === null ? ok : { outcome: 'unknown' };
}

function checkPhotoAgain({ world: { licence } }: Call<'checkPhotoAgain'>): Said<'checkPhotoAgain'> {
  if (licence.photo.pending === 'other') return { outcome: 'stillUnknown' };
  licence.photo.pending = null;
  if (licence.photo.own === 'fresh') licence.photo.own = 'known';
  return ok;
}

/** The term that a good paper of each sort bears. */
const proofs = { identity: 'piece-d-identite', home: 'justificatif-de-domicile', theft: 'declaration-de-vol' } as const;

function classOf(persona: Persona, id: string, term: string): FileClass | 'refused' {
  const file = persona.documents.find((document) => document.id === id);
  if (!file) return 'doubtful';
  const { fileFormats, fileMegabytes } = antsRules;
  if (!(fileFormats as readonly string[]).includes(file.format) || file.megabytes > fileMegabytes) return 'refused';
  const paper = persona.papers.find((candidate) => candidate.id === file.paper);
  const shows = Object.values(paper?.items ?? {}).some((item) => item.term === term);
  return shows && file.quality === 'sharp' ? 'right' : 'doubtful';
}

function sendLicenceFiles({ world: { licence }, input, persona }: Call<'sendLicenceFiles'>): Said<'sendLicenceFiles'> {
  const names = Object.keys(proofs) as (keyof typeof proofs)[];
  // A paper that this screen does not ask for keeps its class.
  const given = names.filter((name) => text(input[name]) !== '');
  const classes = given.map((name) => [name, classOf(persona, text(input[name]), proofs[name])] as const);
  const refused = classes.find(([, found]) => found === 'refused');
  if (refused) return { outcome: `${refused[0]}Refused` };
  for (const [name, found] of classes) if (found !== 'refused') licence.files[name] = found;
  if (licence.review === 'asked') licence.review = 'none';
  return ok;
}

function chooseLicenceFee({ world: { licence }, input }: Call<'chooseLicenceFee'>): Said<'chooseLicenceFee'> {
  if (licence.payment === 'paid') return { outcome: 'alreadyPaid' };
  if (input['way'] !== 'timbre') return ok;
  const number = compact(input['stampNumber']);
  if (antsRules.fineStampShape.test(number)) return { outcome: 'fineStamp' };
  if (!antsRules.stampShape.test(number)) return { outcome: 'unknownStamp' };
  if (licence.stampUsed) return { outcome: 'usedStamp' };
  licence.payment = 'paid';
  return ok;
}

function payLicence({ world: { licence, identity } }: Call<'payLicence'>): Said<'payLicence'> {
  if (identity.bankRefuses) return { outcome: 'refused' };
  if (licence.paymentBreaks) {
    // Once: the exercise must be able to end.
    Object.assign(licence, { paymentBreaks: false, payment: 'pending' });
    return { outcome: 'interrupted' };
  }
  licence.payment = 'paid';
  return ok;
}

function submitLicence({ world: { licence }, digits, send }: Call<'submitLicence'>): Said<'submitLicence'> {
  if (licence.request && licence.review !== 'rejected') return { outcome: 'alreadyMade' };
  licence.request = { number: `DEMO-${digits(6)}` };
  Object.assign(licence, { review: 'none', payment: 'none', stampUsed: true });
  // Documented: a code serves once. Assumed: a rejected request has used it up.
  if (!licence.photo.byPost) licence.photo.own = 'used';
  send('permis-demande-enregistree', { numero: licence.request.number });
  return ok;
}

const reviewMails = {
  accepted: 'permis-accepte',
  asked: 'permis-pieces-demandees',
  rejected: 'permis-rejete',
} as const;

function waitForReview({ world: { licence }, send }: Call<'waitForReview'>): Said<'waitForReview'> {
  if (licence.review === 'none') {
    licence.review = verdict(licence);
    send(reviewMails[licence.review], {});
  }
  return licence.review === 'accepted' ? ok : { outcome: licence.review };
}

function readLicenceMessage({ world: { licence } }: Call<'readLicenceMessage'>): Said<'readLicenceMessage'> {
  const [first = 'identity', ...more] = papersAsked(licence);
  return { outcome: more.length > 0 ? 'severalAsked' : `${first}Asked` };
}

const readNumber = ({ world: { licence } }: OperationCall<AntsWorld>): Answer<'ok'> =>
  data(licence.request?.number ?? '');

export const licenceOperations: Operations = {
  openLicenceBoard: awake(openLicenceBoard),
  startLicence: awake(startLicence),
  declareLoss: awake(({ input, now }) => (isFuture(input['date'], now) ? { outcome: 'dateInFuture' } : ok)),
  saveLicenceIdentity: awake(saveLicenceIdentity),
  saveLicenceContact: awake(() => ok),
  submitPhoto: awake(submitPhoto),
  checkPhotoAgain: awake(checkPhotoAgain),
  sendLicenceFiles: awake(sendLicenceFiles),
  chooseLicenceFee: awake(chooseLicenceFee),
  payLicence: awake(payLicence),
  submitLicence: awake(submitLicence),
  readLicence: awake(readNumber),
  waitForReview: awake(waitForReview),
  readLicenceMessage: awake(readLicenceMessage),
  openAttestation: awake(readNumber),
};
