import type { AnswerOf, CallOf, Handlers } from '../../service.ts';
import { poleEmploiRules as rules } from '../assumed.ts';
import { awake, ok, text } from '../sign-in.ts';
import type { PoleEmploiWorld } from '../world.ts';
import type { updateContract } from './contract.ts';
import { spanFault } from './month.ts';

type Contract = Pick<typeof updateContract, 'saveTraining' | 'declareMonth'>;
type Month = Contract['declareMonth'];

/** Each « Oui » that wants dates, and the refusal when they do not fit the month. */
const spans = [
  { answer: 'internship', from: 'internshipFrom', to: 'internshipTo', refusal: 'badInternship' },
  { answer: 'sick', from: 'sickFrom', to: 'sickTo', refusal: 'badSickLeave' },
  { answer: 'maternity', from: 'maternityFrom', to: '', refusal: 'badMaternity' },
  { answer: 'retired', from: 'retiredFrom', to: '', refusal: 'badRetirement' },
  { answer: 'disabled', from: 'disabledFrom', to: '', refusal: 'badDisability' },
] as const;

/** What blocks comes before what can be forced. */
function declareMonth(call: CallOf<PoleEmploiWorld, Month>): AnswerOf<Month> {
  const { input } = call;
  const worked = input['worked'] === 'oui';
  const [hours, gross] = [input['hours'], input['gross']].map((value) => (typeof value === 'number' ? value : 0));
  if (worked && (hours ?? 0) > rules.monthlyHours) return { outcome: 'tooManyHours' };
  for (const { answer, from, to, refusal } of spans) {
    if (input[answer] === 'oui' && spanFault(call, text(input[from]), text(input[to])) !== null)
      return { outcome: refusal };
  }
  if (input['searching'] === 'non' && spanFault(call, text(input['searchEnd']), '') !== null)
    return { outcome: 'badSearchEnd' };
  if (worked && !isPlausible(hours ?? 0, (gross ?? 0) / 100)) return { outcome: 'incoherent' };
  return ok;
}

/** Hours without pay, pay without hours, or an hour paid far too little or too much. */
function isPlausible(hours: number, euros: number): boolean {
  if (hours === 0) return false;
  const [least, most] = rules.plausibleHour;
  return euros / hours >= least && euros / hours <= most;
}

export const classicOperations: Handlers<PoleEmploiWorld, Contract> = {
  saveTraining: awake(() => ok),
  declareMonth: awake(declareMonth),
};
