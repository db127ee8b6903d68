import { claimantText } from '../../papers.ts';
import type { AnswerOf, CallOf, Handlers } from '../../service.ts';
import { awake } from '../account.ts';
import { antsRules } from '../assumed.ts';
import { text } from '../facts.ts';
import type { AntsWorld } from '../world.ts';
import type { vehicleContract } from './contract.ts';

type Operations = Handlers<AntsWorld, typeof vehicleContract>;
type Call<Name extends keyof Operations> = CallOf<AntsWorld, (typeof vehicleContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof vehicleContract)[Name]>;
const ok = { outcome: 'ok' } as const;

/** A number of letters and digits as it is compared: neither blanks nor dashes, in capitals. */
const reference = (value: unknown) =>
  text(value)
    .replace(/[\s.-]/g, '')
    .toUpperCase();

/** Plates since 2009, then those before it; the number of the printed form (the Ministry's own HistoVec). */
const plateShapes = [/^[A-Z]{1,2}\d{2,3}[A-Z]{1,2}$/, /^\d{2,4}[A-Z]{2,3}(\d{2,3}|2A|2B)$/];
const formulaShape = /^\d{2,4}[A-Z]{2}\d{5}$/;

function findVehicle({ world: { account, vehicle }, input, persona }: Call<'findVehicle'>): Said<'findVehicle'> {
  const [plate, formula] = [reference(input['plate']), reference(input['formula'])];
  if (!plateShapes.some((shape) => shape.test(plate))) return { outcome: 'wrongPlate' };
  if (!formulaShape.test(formula)) return { outcome: 'wrongFormula' };
  const isKnown =
    plate === reference(claimantText(persona, 'numero-d-immatriculation')) &&
    formula === reference(claimantText(persona, 'numero-de-formule'));
  if (!isKnown) return { outcome: 'unknownVehicle' };
  const isProved =
    account.withFranceConnect || reference(input['secretCode']) === claimantText(persona, 'code-confidentiel');
  if (!isProved) return { outcome: 'wrongSecretCode' };
  return vehicle.opposed ? { outcome: 'opposed' } : ok;
}

/** Made when first needed: see `engine/dates.ts`. */
let clock: Intl.DateTimeFormat | undefined;

/** "2026-11-21 17:30", as people in France read it now: an hour is compared with the hour of their watch. */
function moment(ms: number): string {
  clock ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
  return clock.format(ms);
}

/** The id of an hour or of minutes ("h17", "m05") as two digits. */
const two = (value: unknown) => text(value).replace(/\D/g, '').padStart(2, '0');

function finaliseSale({ world: { vehicle }, input, now }: Call<'finaliseSale'>): Said<'finaliseSale'> {
  const day = text(input['date']);
  if (`${day} ${two(input['hour'])}:${two(input['minutes'])}` > moment(now)) return { outcome: 'notYet' };
  vehicle.late = day !== '' && day < moment(now - antsRules.declareWithin).slice(0, 10);
  return ok;
}

function declareSale({ world: { vehicle }, digits, send }: Call<'declareSale'>): Said<'declareSale'> {
  const isNew = vehicle.sale === null;
  vehicle.sale ??= { code: digits(antsRules.cessionCodeLength), number: `DEMO${digits(6)}` };
  // Asked twice, the same receipt is sent again: the first may have been lost with the answer.
  send('accuse-de-cession', { code: vehicle.sale.code, numero: vehicle.sale.number });
  if (!isNew) return { outcome: 'alreadyDeclared' };
  return vehicle.late ? { outcome: 'late' } : ok;
}

export const vehicleOperations: Operations = {
  openVehicleBoard: awake(({ world: { vehicle } }) => (vehicle.saved && !vehicle.sale ? { outcome: 'saleSaved' } : ok)),
  openVehicleForm: awake(({ world: { account } }) => (account.withFranceConnect ? { outcome: 'noSecretCode' } : ok)),
  findVehicle: awake(findVehicle),
  chooseSale: awake(({ input }) => (input['nature'] === 'destruction' ? { outcome: 'destruction' } : ok)),
  saveBuyer: awake(({ input, now }) =>
    text(input['birthDate']) > moment(now).slice(0, 10) ? { outcome: 'birthInFuture' } : ok,
  ),
  saveSale: awake(({ world: { vehicle }, send }) => {
    if (vehicle.sale) return { outcome: 'alreadyDeclared' };
    vehicle.saved = true;
    send('cession-enregistree', {});
    return ok;
  }),
  finaliseSale: awake(finaliseSale),
  declareSale: awake(declareSale),
  readSale: awake(({ world: { vehicle } }) => ({
    outcome: 'ok',
    data: { code: vehicle.sale?.code ?? '', number: vehicle.sale?.number ?? '' },
  })),
};
