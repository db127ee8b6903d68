import { dayOf, type Persona, showDay } from '#engine';
import { claimantText, classOfFile } from '../../papers.ts';
import type { AnswerOf, CallOf, FakeService, Handlers } from '../../service.ts';
import { awake } from '../account.ts';
import { cafRules } from '../assumed.ts';
import { emptyHousing, type HousingDraft } from '../drafts.ts';
import { text } from '../facts.ts';
import type { CafWorld } from '../world.ts';
import type { housingContract } from './contract.ts';
import { askedPapers, type HousingPapers, monthsOf, namesOf } from './rules.ts';

/** A request for housing benefit. */
export interface HousingWorld {
  /** First day in the home, ISO: what the lease says. */
  movedIn: string;
  /** Whether the list of addresses holds the landlord's. */
  landlordAddress: 'known' | 'unknown';
  /** The bank says that the account is another person's, whatever is typed. */
  anotherHolder: boolean;
  draft: HousingDraft;
  sent: { readonly number: string; readonly file: string; readonly at: number; readonly late: boolean } | null;
  /** Once sent. */
  papers: HousingPapers;
}

/** One trait of the persona matters: `adresse-du-bailleur: non-reconnue` (a hamlet that the list does not hold). */
export function seedHousing(persona: Persona, { today }: { readonly today: string }): HousingWorld {
  return {
    movedIn: claimantText(persona, 'date-d-emmenagement') ?? today,
    landlordAddress: persona.traits['adresse-du-bailleur'] === 'non-reconnue' ? 'unknown' : 'known',
    anotherHolder: false,
    draft: emptyHousing(),
    sent: null,
    papers: emptyHousing().papers,
  };
}

const allPapers = (each: 'right' | 'none'): HousingPapers => ({ lease: each, bankDetails: each, certificate: each });

const set =
  (change: (now: number) => Partial<HousingWorld>): FakeService<CafWorld>['presets'][string] =>
  ({ housing }, { now }) => {
    Object.assign(housing, change(now));
  };

export const housingPresets: FakeService<CafWorld>['presets'] = {
  'housing-fresh': set(() => ({ sent: null })),
  'housing-sent': ({ housing }, { now }) => {
    housing.sent ??= { number: 'DL-000000', file: '0000000', at: now, late: false };
  },
  'papers-good': set(() => ({ papers: allPapers('right') })),
  'papers-missing': set(() => ({ papers: { ...allPapers('right'), certificate: 'none' } })),
  'moved-this-month': set((now) => ({ movedIn: dayOf(now) })),
  'moved-before': set((now) => ({ movedIn: dayOf(now - 40 * 86_400_000) })),
  'known-address': set(() => ({ landlordAddress: 'known' })),
  'another-holder': set(() => ({ anotherHolder: true })),
};

type Operations = Handlers<CafWorld, typeof housingContract>;
type Call<Name extends keyof Operations> = CallOf<CafWorld, (typeof housingContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof housingContract)[Name]>;
const ok = { outcome: 'ok' } as const;

function openHousingDesk({ world: { account, housing } }: Call<'openHousingDesk'>): Said<'openHousingDesk'> {
  if (account.termsPending) return { outcome: 'termsToAccept' };
  return housing.sent ? { outcome: 'requestSent' } : ok;
}

function saveHousingProject({ input, now }: Call<'saveHousingProject'>): Said<'saveHousingProject'> {
  if (input['occupation'] !== 'locataire') return { outcome: 'noRent' };
  return text(input['movedIn']) > dayOf(now) ? { outcome: 'notYet' } : ok;
}

const bare = (entry: unknown) =>
  text(entry)
    .replace(/[\s.-]/g, '')
    .toUpperCase();

/** Words compared as people write them: no capitals, no accents. */
const plain = (entry: unknown) =>
  text(entry)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s,’'-]+/g, ' ')
    .trim()
    .toLowerCase();

function saveLandlord({ world: { housing }, input, persona }: Call<'saveLandlord'>): Said<'saveLandlord'> {
  if (input['family'] === 'oui') return { outcome: 'familyLandlord' };
  // The numbers of the exercise are impossible ones: their check digit is never right, so the paper decides.
  const siret = claimantText(persona, 'siret');
  if (input['kind'] !== 'particulier' && (siret === undefined || bare(input['siret']) !== bare(siret)))
    return { outcome: 'unknownSiret' };
  const isKnown =
    housing.landlordAddress === 'known' &&
    plain(input['street']) === plain(claimantText(persona, 'adresse-du-bailleur'));
  return isKnown ? ok : { outcome: 'unknownAddress' };
}

/** An account is known by its papers only: an IBAN of the exercise never has the right key. */
function savePayee({ world: { housing }, input, persona }: Call<'savePayee'>): Said<'savePayee'> {
  const iban = bare(input['iban']);
  const own = bare(claimantText(persona, 'iban'));
  const others = persona.papers
    .filter(({ form }) => form === 'bank-details')
    .flatMap(({ items }) => Object.values(items).map(({ value }) => bare(value)));
  if (housing.anotherHolder || (iban !== own && iban !== '' && others.includes(iban))) {
    housing.anotherHolder = false;
    return { outcome: 'someoneElse' };
  }
  return iban === own ? ok : { outcome: 'wrongIban' };
}

/** The class of each paper given, or why the site takes none of them. */
function classesOf({ input, persona }: Call<'attachPapers'>): HousingPapers | 'wrongFormat' | 'tooHeavy' {
  const names = Object.keys(askedPapers) as (keyof HousingPapers)[];
  const found = names.map((name) => [name, classOfFile(persona, text(input[name]), askedPapers[name].term, cafRules)]);
  const refused = found.map(([, each]) => each).find((each) => each === 'wrongFormat' || each === 'tooHeavy');
  return (refused as 'wrongFormat' | 'tooHeavy' | undefined) ?? Object.fromEntries(found);
}

function attachPapers(call: Call<'attachPapers'>): Said<'attachPapers'> {
  const classes = classesOf(call);
  if (typeof classes === 'string') return { outcome: classes };
  call.world.housing.draft.papers = classes;
  return ok;
}

function submitHousing({ world: { housing }, persona, now, digits }: Call<'submitHousing'>): Said<'submitHousing'> {
  if (housing.sent) return { outcome: 'alreadySent' };
  const late = dayOf(now).slice(0, 7) > housing.movedIn.slice(0, 7);
  const file = claimantText(persona, 'numero-de-dossier') ?? `0000${digits(3)}`;
  housing.sent = { number: `DL-${digits(6)}`, file, at: now, late };
  housing.papers = housing.draft.papers;
  housing.draft = emptyHousing();
  return late ? { outcome: 'late' } : ok;
}

function readHousing({ world: { housing }, now }: Call<'readHousing'>): Said<'readHousing'> {
  const { number = '', file = '', at = now } = housing.sent ?? {};
  const data = { number, file, ...monthsOf(housing.movedIn, dayOf(at)) };
  const missing = namesOf(housing.papers, ['none']);
  return missing === '' ? { outcome: 'ok', data } : { outcome: 'papersMissing', data: { ...data, missing } };
}

function leaveHousing({ world: { housing }, send }: Call<'leaveHousing'>): Said<'leaveHousing'> {
  const asked = namesOf(housing.papers, ['none', 'doubtful']);
  if (asked === '') return ok;
  send('document-attendu', {});
  return { outcome: 'papersAsked' };
}

function sendAskedPapers(call: Call<'sendAskedPapers'>): Said<'sendAskedPapers'> {
  const { housing } = call.world;
  const classes = classesOf(call);
  if (typeof classes === 'string') return { outcome: classes };
  const given = Object.entries(classes).filter(([, each]) => each !== 'none');
  if (given.length === 0) return { outcome: 'nothingSent' };
  // A paper sent again takes the place of the first, for better or worse.
  housing.papers = { ...housing.papers, ...Object.fromEntries(given) };
  if (namesOf(housing.papers, ['none', 'doubtful']) === '') return ok;
  call.send('document-attendu', {});
  return { outcome: 'askedAgain' };
}

export const housingOperations: Operations = {
  openHousingDesk: awake(openHousingDesk),
  changeAddress: awake(() => ok),
  saveHousingStep: awake(() => ok),
  saveHousingProject: awake(saveHousingProject),
  saveLease: awake(({ input }) => (input['ownName'] === 'non' ? { outcome: 'notOwnName' } : ok)),
  saveLandlord: awake(saveLandlord),
  useProposedAddress: awake(({ input }) =>
    text(input['first']) === '' && text(input['second']) === '' ? { outcome: 'noneChosen' } : ok,
  ),
  saveHome: awake(({ input }) =>
    Number(text(input['surface'])) < cafRules.leastSurface ? { outcome: 'tooSmall' } : ok,
  ),
  savePayee: awake(savePayee),
  attachPapers: awake(attachPapers),
  submitHousing: awake(submitHousing),
  readHousing: awake(readHousing),
  leaveHousing: awake(leaveHousing),
  readAskedPapers: awake(({ world: { housing }, now }) => ({
    outcome: 'ok',
    data: {
      papers: namesOf(housing.papers, ['none', 'doubtful']),
      until: showDay(dayOf((housing.sent?.at ?? now) + cafRules.papersSeenAfter + cafRules.papersWithin)),
    },
  })),
  sendAskedPapers: awake(sendAskedPapers),
};
