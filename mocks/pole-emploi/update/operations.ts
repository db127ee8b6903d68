import { dayOf, monthFrom, showDay, showMonth } from '#engine';
import { classOfFile } from '../../papers.ts';
import type { Answer, AnswerOf, CallOf, Handlers } from '../../service.ts';
import { poleEmploiRules as rules } from '../assumed.ts';
import { knownActivity } from '../facts.ts';
import { awake, type BaseCall, ok, text } from '../sign-in.ts';
import type { PoleEmploiWorld } from '../world.ts';
import { daysOf, openingOf } from './calendar.ts';
import { classicOperations } from './classic.ts';
import type { updateContract } from './contract.ts';
import { spanFault } from './month.ts';
import { standing, type UpdateWorld } from './world.ts';

type Operations = Handlers<PoleEmploiWorld, typeof updateContract>;
type Call<Name extends keyof Operations> = CallOf<PoleEmploiWorld, (typeof updateContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof updateContract)[Name]>;

const nextOpening = ({ period }: UpdateWorld) => openingOf(monthFrom(`${period.month}-01`, 1));
const dayAfter = (day: string) => dayOf(Date.parse(`${day}T12:00:00Z`) + 24 * 3_600_000);

function openUpdate({ world, now }: Call<'openUpdate'>): Said<'openUpdate'> {
  const { update } = world;
  const { month, opens, closes } = update.period;
  return {
    outcome: standing(update, now),
    data: {
      month: showMonth(month),
      opens: showDay(opens),
      closes: showDay(closes),
      ends: showDay(dayAfter(closes)),
      next: showDay(update.moment === 'before' ? opens : nextOpening(update)),
    },
  };
}

function readActivities({ world, persona }: Call<'readActivities'>): Said<'readActivities'> {
  const { first, last } = daysOf(world.update.period.month);
  const known = knownActivity(persona);
  return { outcome: 'ok', data: { first: showDay(first), last: showDay(last), ...known } };
}

/** Whatever is saved on the way: the update is begun, and begun is not done. */
const save =
  <Given extends BaseCall, Refusal extends string>(refusal: (call: Given) => Refusal | null) =>
  (call: Given): Answer<Refusal | 'ok'> => {
    const refused = refusal(call);
    if (refused !== null) return { outcome: refused };
    if (call.world.update.state === 'to-do') call.world.update.state = 'begun';
    return ok;
  };

const tooMany = (hours: unknown) => typeof hours === 'number' && hours > rules.monthlyHours;

const saveActivities = save(({ input }: Call<'saveActivities'>) =>
  input['line'] === 'erreur' && tooMany(input['hours']) ? 'tooManyHours' : null,
);

const addActivity = save((call: Call<'addActivity'>) => {
  const { input } = call;
  if (tooMany(input['hours'])) return 'tooManyHours';
  return spanFault(call, text(input['from']), text(input['to']));
});

const saveOthers = save((call: Call<'saveOthers'>) => {
  const { situations, sickFrom, sickTo } = call.input;
  if (!Array.isArray(situations) || !situations.includes('arret-maladie')) return null;
  return spanFault(call, text(sickFrom), text(sickTo));
});

const saveSearch = save((call: Call<'saveSearch'>) => {
  const { searching, end } = call.input;
  return searching === 'non' ? spanFault(call, text(end), '') : null;
});

function confirmUpdate({ world, now, digits }: Call<'confirmUpdate'>): Said<'confirmUpdate'> {
  const { update } = world;
  if (standing(update, now) === 'closed') return { outcome: 'closed' };
  update.state = 'declared';
  update.declared = { number: `ACT-${digits(6)}`, at: now };
  return ok;
}

/** Made when first needed: see `engine/dates.ts`. */
let hour: Intl.DateTimeFormat | undefined;

function readUpdate({ world, now }: Call<'readUpdate'>): Said<'readUpdate'> {
  const { number = '', at = now } = world.update.declared ?? {};
  hour ??= new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' });
  const data = { number, at: `${showDay(dayOf(at))}, ${hour.format(at)}`, next: showDay(nextOpening(world.update)) };
  return { outcome: 'ok', data };
}

function sendSlip({ world, input, persona }: Call<'sendSlip'>): Said<'sendSlip'> {
  const slip = classOfFile(persona, text(input['slip']), 'salaire-brut', rules, -1);
  if (slip === 'wrongFormat' || slip === 'tooHeavy') return { outcome: slip };
  world.update.slip = input['sort'] === 'bulletin' ? slip : 'lost';
  return ok;
}

/** By message to the adviser, before the 15th is over. */
function askCorrection({ world, now }: Call<'askCorrection'>): Said<'askCorrection'> {
  if (standing(world.update, now) !== 'done') return { outcome: 'tooLate' };
  world.update.corrected = true;
  return ok;
}

function letDaysPass({ world, send }: Call<'letDaysPass'>): Said<'letDaysPass'> {
  world.update.moment = 'after';
  world.session = 'none';
  send('rappel-actualisation', {});
  send('fin-d-inscription', {});
  return ok;
}

export const updateOperations: Operations = {
  openUpdate: awake(openUpdate),
  readUpdate: awake(readUpdate),
  confirmUpdate: awake(confirmUpdate),
  letDaysPass,
  readActivities: awake(readActivities),
  saveActivities: awake(saveActivities),
  addActivity: awake(addActivity),
  saveOthers: awake(saveOthers),
  saveSearch: awake(saveSearch),
  sendSlip: awake(sendSlip),
  askCorrection: awake(askCorrection),
  ...classicOperations,
};
