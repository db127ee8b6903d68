import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestRun, testRun } from '../testing/run.ts';
import { rightSignIn, traveller } from './testing.ts';

const day = 24 * 60 * 60_000;
let run: TestRun;
const number = () =>
  run.network.messages().find(({ template }) => template === 'pre-demande-enregistree')?.vars['numero'];
const book = (requestNumber: unknown, second: string | null = null) => run.ask('bookSlot', { requestNumber, second });
const search = (change: object = {}) =>
  run.ask('searchSlots', { from: '2026-11-22', until: '2026-12-21', people: 'une', image: 'h4 rv', ...change });

beforeEach(async () => {
  run = testRun('ants', { persona: traveller });
  await run.ask('signIn', rightSignIn);
});
afterEach(() => run.network.stop());

describe('the pre-application', () => {
  it('takes old numbers by their shape: two digits, two letters, five digits for a passport', async () => {
    const shapes = {
      '00xx00000': 'ok',
      '00 XX 00000': 'ok',
      '000000000000': 'ok',
      '00XX0000': 'wrongNumber',
      '': 'wrongNumber',
    };
    for (const [oldNumber, outcome] of Object.entries(shapes))
      expect([oldNumber, await run.ask('declareOldTitle', { oldNumber })]).toEqual([oldNumber, outcome]);
  });

  it.each([
    ['nobody was born tomorrow', 'saveIdentity', { birthDate: '2026-11-22', height: '131' }, 'birthInFuture'],
    ['somebody was born today', 'saveIdentity', { birthDate: '2026-11-21', height: '50' }, 'ok'],
    ['metres are not centimetres', 'saveIdentity', { birthDate: '2017-01-01', height: '1' }, 'heightOutOfRange'],
    ['no height', 'saveIdentity', { birthDate: '2017-01-01', height: null }, 'heightOutOfRange'],
    ['a parent alone', 'saveParents', { birth1: '1984-01-01', birth2: null }, 'ok'],
    ['the second parent too', 'saveParents', { birth1: '1984-01-01', birth2: '2031-01-01' }, 'birthInFuture'],
    ['a landline gets no SMS', 'saveContact', { mobile: '0199001234' }, 'landline'],
    ['a mobile, as foreigners write it', 'saveContact', { mobile: '+33 6 39 98 11 22' }, 'ok'],
    ['pages of a card', 'startRequest', { title: 'cni', reason: 'pages-pleines' }, 'pagesNeedPassport'],
    ['pages of a passport', 'startRequest', { title: 'passeport', reason: 'pages-pleines' }, 'ok'],
    [
      'a stamp of fifteen digits',
      'chooseStamp',
      { way: 'deja-achete', stampNumber: '990000000000001' },
      'unknownStamp',
    ],
    ['a number that no longer matters', 'chooseStamp', { way: 'acheter', stampNumber: '1' }, 'ok'],
  ])('%s', async (_, operation, input, outcome) => {
    expect(await run.ask(operation, input)).toBe(outcome);
  });

  it('gives one number of ten characters, by mail and on the screen, and not a second', async () => {
    expect(await run.ask('submitRequest', { exact: true })).toBe('ok');
    expect(number()).toMatch(/^DEMO\d{6}$/);
    expect((await run.call('readRequest')).data).toEqual({ number: number() });
    expect(await run.ask('submitRequest', { exact: true })).toBe('alreadyMade');
    expect(await run.ask('openIdentityBoard')).toBe('requestMade');
  });

  it('keeps what is begun until it is sent', async () => {
    expect(await run.ask('openIdentityBoard')).toBe('ok');
    await run.ask('saveRequestDraft');
    expect(await run.ask('openIdentityBoard')).toBe('draftWaiting');
    await run.ask('submitRequest', { exact: true });
    expect(await run.ask('openIdentityBoard')).toBe('requestMade');
  });

  it('sends a bought stamp of sixteen digits, unless the bank refuses', async () => {
    run.network.preset('ants', 'bank-refuses');
    expect(await run.ask('payStamp')).toBe('refused');
    expect(run.network.messages()).toEqual([]);
    run.network.preset('ants', 'bank-accepts');
    await run.ask('payStamp', { delivery: 'pdf' });
    expect(run.network.messages().at(-1)?.template).toBe('timbre-en-pdf');
    await run.ask('payStamp', { delivery: 'sms' });
    expect(run.network.messages().at(-1)?.template).toBe('timbre-achete');
    const stamp = run.network.messages().at(-1)?.vars['timbre'] ?? '';
    expect(stamp).toMatch(/^99\d{14}$/);
    expect(await run.ask('chooseStamp', { way: 'deja-achete', stampNumber: stamp })).toBe('ok');
  });
});

describe('the appointment', () => {
  beforeEach(async () => {
    await run.ask('submitRequest', { exact: true });
  });

  it('is searched between today and three months from now, by a person', async () => {
    expect(await search({ image: 'H4RU' })).toBe('wrongImage');
    expect(await search({ from: '2026-11-20' })).toBe('pastDate');
    expect(await search({ until: '2027-02-22' })).toBe('tooFar');
    expect(await search({ until: '2026-11-21' })).toBe('pastDate');
    expect(await search({ from: '2026-11-21', until: '2027-02-21' })).toBe('ok');
  });

  it('is booked with the number, in capitals or not, once', async () => {
    expect(await book(number()?.toLowerCase())).toBe('ok');
    expect(run.network.messages().at(-1)?.template).toBe('mail-de-rendez-vous');
  });

  it('refuses another length before it asks anything', async () => {
    for (const wrong of ['DEMO12', `${number()}7`, '9900000000000012', '', null])
      expect([wrong, await book(wrong)]).toEqual([wrong, wrong ? 'wrongFormat' : 'oneEach']);
    expect(await book('DEMO000000')).toBe('unknownNumber');
  });

  it('wants one number for each person', async () => {
    await search({ people: 'personnes-2' });
    expect(await book(number())).toBe('oneEach');
    expect(await book(number(), number())).toBe('oneEach');
    expect(await book(number(), 'DEMO000000')).toBe('unknownNumber');
    await search({ people: 'personnes-5' });
    const five = { requestNumber: number(), second: 'DEMO000001', third: 'DEMO000002', fourth: 'DEMO000003' };
    expect(await run.ask('bookSlot', five)).toBe('oneEach');
    expect(await run.ask('bookSlot', { ...five, fifth: 'DEMO000004' })).toBe('unknownNumber');
    await search();
    expect(await book(number())).toBe('ok');
  });

  it('dies with the pre-application, a year after it', async () => {
    run.pass(365 * day + 1);
    expect(await book(number())).toBe('expired');
  });

  it('taken elsewhere, frees the number once cancelled', async () => {
    run.network.preset('ants', 'booked-elsewhere');
    expect(await book(number())).toBe('alreadyBooked');
    await run.ask('cancelBooking');
    expect(await book(number())).toBe('ok');
  });

  it('stays taken while the other town hall has not told its cancellation', async () => {
    run.network.preset('ants', 'booked-elsewhere');
    run.network.preset('ants', 'slow-cancellation');
    expect(await run.ask('cancelBooking')).toBe('notToldYet');
    expect(await book(number())).toBe('alreadyBooked');
    expect(await run.ask('cancelBooking')).toBe('ok');
    expect(await book(number())).toBe('ok');
  });

  it('comes back from an outage of the agency, and waits for a number too fresh', async () => {
    run.network.preset('ants', 'agency-down');
    run.network.preset('ants', 'number-declared');
    expect([await book(number()), await book(number()), await book(number())]).toEqual([
      'agencyDown',
      'notYetValid',
      'ok',
    ]);
  });

  it('stays closed to a number used at a counter', async () => {
    run.network.preset('ants', 'number-consumed');
    expect(await book(number())).toBe('consumed');
  });
});
