import { expect, it } from 'vitest';
import type { ServiceContract } from '#engine';
import { type BackEnd, createBackEnd } from './back-end.ts';
import { fakeServices } from './every-service.ts';
import type { FakeService, Handlers } from './service.ts';
import { amina } from './testing/amina.ts';

const contract = {
  service: 'guichet',
  common: {},
  operations: {
    open: { session: false, input: {}, outcomes: { ok: { status: 200, success: true, recipe: {} } } },
    give: {
      session: false,
      input: { word: { kind: 'text' } },
      outcomes: {
        ok: { status: 200, success: true, recipe: {} },
        refused: { status: 422, recipe: { input: { word: 'wrong' } } },
      },
    },
  },
} as const satisfies ServiceContract;

type Own = Handlers<{ words: number }, (typeof contract)['operations']>;

const right: Own = {
  open: () => ({ outcome: 'ok' }),
  give: ({ world, input }) => {
    world.words += 1;
    return { outcome: input.word === 'sable' ? 'ok' : 'refused' };
  },
};

// What follows is read by the compiler alone: where it finds no error any more, it says so.
const slips = {
  // @ts-expect-error: « refusd » is no outcome of this contract.
  give: (() => ({ outcome: 'refusd' })) satisfies Own['give'],
  // @ts-expect-error: nor is an outcome of another operation.
  open: (() => ({ outcome: 'refused' })) satisfies Own['open'],
  // @ts-expect-error: « wrod » is no input of this operation.
  input: (({ input }) => ({ outcome: input.wrod === 'sable' ? 'ok' : 'refused' })) satisfies Own['give'],
  // @ts-expect-error: an operation without a handler.
  missing: { open: right.open } satisfies Own,
  // @ts-expect-error: a handler of no operation.
  more: { ...right, gives: right.give } satisfies Own,
};

/** True of a service whose contract is known to the letter: any word would not do for the name of an operation. */
type IsExact<Service> =
  Service extends FakeService<infer _, infer Contract>
    ? string extends keyof Contract['operations']
      ? false
      : true
    : false;
type Exact = { readonly [Name in keyof typeof fakeServices]: IsExact<(typeof fakeServices)[Name]> };
const exact: Exact = { caf: true, ants: true, 'pole-emploi': true, franceconnect: true, 'bac-a-sable': true };

it('holds every service to the letter of its contract, and its handlers with it', () => {
  expect(Object.keys(slips)).toEqual(['give', 'open', 'input', 'missing', 'more']);
  expect(Object.keys(exact).sort()).toEqual(Object.keys(fakeServices).sort());
});

it('answers through handlers so typed as through any others', () => {
  const service: FakeService<{ words: number }, typeof contract> = {
    contract,
    seed: () => ({ words: 0 }),
    presets: {},
    hasSession: () => true,
    closeSession: () => undefined,
    operations: right,
  };
  const backEnd: BackEnd = createBackEnd({
    services: { guichet: service },
    persona: amina,
    today: '2026-11-21',
    now: () => 0,
    seed: 'x',
  });
  expect(backEnd.call('guichet', 'give', { word: 'sable' })).toEqual({ outcome: 'ok', status: 200 });
  expect(backEnd.call('guichet', 'give', {})).toEqual({ outcome: 'refused', status: 422 });
});
