import type { AnswerOf, CallOf, Handlers } from '../service.ts';
import { antsRules } from './assumed.ts';
import { text } from './facts.ts';
import type { appointmentContract } from './identity-contract.ts';
import type { AntsWorld } from './world.ts';

type Operations = Handlers<AntsWorld, typeof appointmentContract>;
type Call<Name extends keyof Operations> = CallOf<AntsWorld, (typeof appointmentContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof appointmentContract)[Name]>;
const ok = { outcome: 'ok' } as const;

/** What the picture shows: the same for everyone, since it protects nothing here. */
const imageAnswer = 'H4RV';

function searchSlots({ world: { identity }, input, now }: Call<'searchSlots'>): Said<'searchSlots'> {
  if (text(input['image']).replace(/\s/g, '').toUpperCase() !== imageAnswer) return { outcome: 'wrongImage' };
  const [from, until] = [text(input['from']), text(input['until'])];
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  if ((from !== '' && from < day(now)) || (until !== '' && until < from)) return { outcome: 'pastDate' };
  if (until > day(now + antsRules.searchUpTo)) return { outcome: 'tooFar' };
  identity.people = Number(text(input['people']).replace(/\D/g, '')) || 1;
  if (!identity.noSlot) return ok;
  // One empty search, then slots are freed: the exercise must be able to end.
  identity.noSlot = false;
  return { outcome: 'noSlot' };
}

function bookSlot({ world: { identity }, input, now, send }: Call<'bookSlot'>): Said<'bookSlot'> {
  const { request } = identity;
  const numbers = [
    input['requestNumber'],
    ...(['second', 'third', 'fourth', 'fifth'] as const).map((name) => input[name]),
  ]
    .map((number) => text(number).toUpperCase())
    .filter((number) => number !== '');
  if (numbers.some((number) => !antsRules.numberShape.test(number))) return { outcome: 'wrongFormat' };
  if (new Set(numbers).size < identity.people) return { outcome: 'oneEach' };
  if (identity.agencyDown > 0) {
    identity.agencyDown -= 1;
    return { outcome: 'agencyDown' };
  }
  if (!request || numbers.some((number) => number !== request.number)) return { outcome: 'unknownNumber' };
  if (request.status === 'consumed') return { outcome: 'consumed' };
  if (now - request.at > antsRules.requestFor) return { outcome: 'expired' };
  if (request.status === 'declared') {
    // Known to the town halls a moment later.
    request.status = 'validated';
    return { outcome: 'notYetValid' };
  }
  if (identity.booking === 'elsewhere') return { outcome: 'alreadyBooked' };
  identity.booking = 'here';
  send('mail-de-rendez-vous', {});
  return ok;
}

/** The search engine of appointments, and the page of a town hall. */
export const appointmentOperations: Operations = {
  searchSlots,
  bookSlot,
  cancelBooking: ({ world: { identity } }) => {
    if (identity.slowCancellation) {
      identity.slowCancellation = false;
      return { outcome: 'notToldYet' };
    }
    identity.booking = 'none';
    return ok;
  },
};
