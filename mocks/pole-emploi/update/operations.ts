import { dayOf, monthFrom, showDay, showMonth } from '#engine';
import { classOfFile } from '../../papers.ts';
import type { Answer, FakeService } from '../../service.ts';
import { poleEmploiRules as rules } from '../assumed.ts';
import { knownActivity } from '../facts.ts';
import { awake, type Call, ok, text } from '../sign-in.ts';
import type { PoleEmploiWorld } from '../world.ts';
import { daysOf, openingOf } from './calendar.ts';
import { classicOperations } from './classic.ts';
import { spanFault } from './month.ts';
import { standing, type UpdateWorld } from './world.ts';

const nextOpening = ({ period }: UpdateWorld) => openingOf(monthFrom(`${period.month}-01`, 1));
const dayAfter = (day: string) => dayOf(Date.parse(`${day}T12:00:00Z`) + 24 * 3_600_000);

function openUpdate({ world, now }: Call): Answer {
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

function readActivities({ world, persona }: Call): Answer {
  const { first, last } = daysOf(world.update.period.month);
  const known = knownActivity(persona);
  return { outcome: 'ok', data: { first: showDay(first), last: showDay(last), ...known } };
}

/** Whatever is saved on the way: the update is begun, and begun is not done. */
const save =
  (refusal: (call: Call) => string | null) =>
  (call: Call): Answer => {
    const refused = refusal(call);
    if (refused !== null) return { outcome: refused };
    if (call.world.update.state === 'to-do') call.world.update.state = 'begun';
    return ok;
  };

const tooMany = (hours: unknown) => typeof hours === 'number' && hours > rules.monthlyHours;

const saveActivities = save(({ input }) =>
  input['line'] === 'erreur' && tooMany(input['hours']) ? 'tooManyHours' : null,
);

const addActivity = save((call) => {
  const { input } = call;
  if (tooMany(input['hours'])) return 'tooManyHours';
  return spanFault(call, text(input['from']), text(input['to']));
});

const saveOthers = save((call) => {
  const { situations, sickFrom, sickTo } = call.input;
  if (!Array.isArray(situations) || !situations.includes('arret-maladie')) return null;
  return spanFault(call, text(sickFrom), text(sickTo));
});

const saveSearch = save((call) => {
  const { searching, end } = call.input;
  return searching === 'non' ? spanFault(call, text(end), '') : null;
});

function confirmUpdate({ world, now, digits }: Call): Answer {
  const { update } = world;
  if (standing(update, now) === 'closed') return { outcome: 'closed' };
  update.state = 'declared';
  update.declared = { number: `ACT-${digits(6)}`, at: now };
  return ok;
}

/** Made when first needed: see `engine/dates.ts`. */
let hour: Intl.DateTimeFormat | undefined;

function readUpdate({ world, now }: Call): Answer {
  const { number = '', at = now } = world.update.declared ?? {};
  hour ??= new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' });
  const data = { number, at: `${showDay(dayOf(at))}, ${hour.format(at)}`, next: showDay(nextOpening(world.update)) };
  return { outcome: 'ok', data };
}

function sendSlip({ world, input, persona }: Call): Answer {
  const slip = classOfFile(persona, text(input['slip']), 'salaire-brut', rules, -1);
  if (slip === 'wrongFormat' || slip === 'tooHeavy') return { outcome: slip };
  world.update.slip = input['sort'] === 'bulletin' ? slip : 'lost';
  return ok;
}

/** By message to the adviser, before the 15th is over. */
function askCorrection({ world, now }: Call): Answer {
  if (standing(world.update, now) !== 'done') return { outcome: 'tooLate' };
  world.update.corrected = true;
  return ok;
}

function letDaysPass({ world, send }: Call): Answer {
  world.update.moment = 'after';
  world.session = 'none';
  send('rappel-actualisation', {});
  send('fin-d-inscription', {});
  return ok;
}

export const updateOperations: FakeService<PoleEmploiWorld>['operations'] = {
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
