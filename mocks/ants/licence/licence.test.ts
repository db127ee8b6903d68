import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestRun, testRun } from '../../testing/run.ts';
import { rightSignIn, traveller } from '../testing.ts';
import { codes, rightLicence } from './testing.ts';

let run: TestRun;
const start = async (traits: Readonly<Record<string, string>> = {}) => {
  run?.network.stop();
  run = testRun('ants', { persona: { ...traveller, traits } });
  await run.ask('signIn', rightSignIn);
};
const photo = (photoCode: string, way = 'code') => run.ask('submitPhoto', { way, photoCode });
const files = (change: object = {}) =>
  run.ask('sendLicenceFiles', { identity: 'piece-pdf', home: 'facture-pdf', theft: null, ...change });
const names = (change: object = {}) => run.ask('saveLicenceIdentity', { ...rightLicence, ...change });
const templates = () => run.network.messages().map(({ template }) => template);
/** From the motif to the request sent. */
const send = async (change: { names?: object; files?: object } = {}) => {
  await names(change.names);
  await photo(codes.own);
  await files(change.files);
  await run.ask('payLicence');
  return run.ask('submitLicence', { exact: true });
};

beforeEach(() => start());
afterEach(() => run.network.stop());

describe('the code of a photo', () => {
  it('is read by groups or not, in capitals or not', async () => {
    expect(await photo(codes.own.toLowerCase())).toBe('ok');
    expect(await photo(codes.own.replace(/(.{4})/g, '$1 '))).toBe('ok');
  });

  it('has twenty-two letters and digits', async () => {
    for (const wrong of ['DEMO12', `${codes.own}9`, '', codes.own.replace('D', '/')])
      expect([wrong, await photo(wrong)]).toEqual([wrong, 'wrongShape']);
  });

  it('serves once, for six months, and only its own request', async () => {
    expect(await photo(codes.expired)).toBe('expired');
    expect(await photo(codes.used)).toBe('used');
    await send();
    expect(await photo(codes.own)).toBe('used');
  });

  it('taken yesterday, is known three days later; a slip never is', async () => {
    await start({ photo: 'toute-neuve' });
    expect(await photo(codes.own)).toBe('unknown');
    expect(await run.ask('openLicenceBoard')).toBe('draft');
    expect(await run.ask('checkPhotoAgain')).toBe('ok');
    expect(await run.ask('openLicenceBoard')).toBe('ok');
    expect(await photo(codes.own.replace('A', '4'))).toBe('unknown');
    expect(await run.ask('checkPhotoAgain')).toBe('stillUnknown');
    expect(await photo(codes.own)).toBe('ok');
  });

  it('is not asked for a classic photo, sent by post', async () => {
    expect(await photo('', 'classique')).toBe('ok');
  });
});

describe('papers', () => {
  it('of another format or too heavy are refused at once, whichever they are', async () => {
    expect(await files({ identity: 'photo-iphone' })).toBe('identityRefused');
    expect(await files({ home: 'scan-lourd' })).toBe('homeRefused');
    expect(await files({ theft: 'photo-iphone' })).toBe('theftRefused');
  });

  it.each([
    ['one side only', { identity: 'piece-recto' }, 'identityAsked'],
    ['another paper', { home: 'piece-pdf' }, 'homeAsked'],
    ['two of them', { identity: 'piece-recto', home: 'piece-pdf' }, 'severalAsked'],
  ])('%s: taken, then asked for again by the agent', async (_, change, message) => {
    await send({ files: change });
    expect(await run.ask('waitForReview')).toBe('asked');
    expect(await run.ask('openLicenceBoard')).toBe('asked');
    expect(await run.ask('readLicenceMessage')).toBe(message);
    expect(templates()).toContain('permis-pieces-demandees');
    expect(await files()).toBe('ok');
    expect(await run.ask('openLicenceBoard')).toBe('underReview');
    expect(await run.ask('waitForReview')).toBe('ok');
  });

  it('of a theft are asked for, and forgotten when it was a loss after all', async () => {
    await run.ask('startLicence', { reason: 'vol', medical: 'non' });
    await files({ theft: 'facture-pdf' });
    await run.ask('startLicence', { reason: 'perte', medical: 'non' });
    await send();
    expect(await run.ask('waitForReview')).toBe('ok');
    await start();
    await run.ask('startLicence', { reason: 'vol', medical: 'non' });
    await send({ files: { theft: 'facture-pdf' } });
    expect(await run.ask('waitForReview')).toBe('asked');
    expect(await run.ask('readLicenceMessage')).toBe('theftAsked');
  });
});

describe('names', () => {
  it.each([
    ['without accents nor capitals', { firstNames: 'amina leila rose' }, 'ok'],
    ['one forename missing', { firstNames: 'Amina' }, 'rejected'],
    ['in another order', { firstNames: 'Rose Amina Leïla' }, 'rejected'],
    ["another person's birth", { birthDate: '1990-05-17' }, 'rejected'],
  ])('%s: taken by the form, %s for the agent', async (_, change, outcome) => {
    expect(await names(change)).toBe('ok');
    expect(await send({ names: change })).toBe('ok');
    expect(await run.ask('waitForReview')).toBe(outcome);
  });

  it('once rejected, ask for another request, and the code is spent', async () => {
    await send({ names: { firstNames: 'Amina' } });
    expect(await run.ask('submitLicence', { exact: true })).toBe('alreadyMade');
    await run.ask('waitForReview');
    expect(await run.ask('openLicenceBoard')).toBe('rejected');
    expect(await photo(codes.own)).toBe('used');
    expect(await photo('', 'classique')).toBe('ok');
    await names();
    expect(await run.ask('submitLicence', { exact: true })).toBe('ok');
    expect(await run.ask('waitForReview')).toBe('ok');
  });

  it('cannot be of somebody born tomorrow', async () => {
    expect(await names({ birthDate: '2026-11-22' })).toBe('birthInFuture');
    expect(await run.ask('declareLoss', { date: '2026-11-22' })).toBe('dateInFuture');
    expect(await run.ask('declareLoss', { date: '2026-11-21' })).toBe('ok');
  });
});

describe('the 25 euros', () => {
  const fee = (stampNumber: string, way = 'timbre') => run.ask('chooseLicenceFee', { way, stampNumber });

  it('take a tax stamp, not one that pays fines, and once', async () => {
    expect(await fee('9800 0000 0000 1235')).toBe('fineStamp');
    expect(await fee('1234567890123456')).toBe('unknownStamp');
    expect(await fee('9900 0000 0000 1225')).toBe('ok');
    expect(await fee('', 'en-ligne')).toBe('alreadyPaid');
    await run.ask('submitLicence', { exact: true });
    expect(await fee('9900 0000 0000 1225')).toBe('usedStamp');
  });

  it('wait in the account when the payment page breaks, then are paid once', async () => {
    run.network.preset('ants', 'payment-breaks');
    expect(await run.ask('payLicence')).toBe('interrupted');
    expect(await run.ask('openLicenceBoard')).toBe('awaitingPayment');
    expect(await run.ask('payLicence')).toBe('ok');
    expect(await fee('', 'en-ligne')).toBe('alreadyPaid');
  });

  it('are kept by a bank that refuses', async () => {
    run.network.preset('ants', 'bank-refuses');
    expect(await run.ask('payLicence')).toBe('refused');
    expect(await run.ask('openLicenceBoard')).toBe('ok');
  });
});

it('gives one number, on the screen and by mail, and an attestation that bears it', async () => {
  await send();
  const [sent] = run.network.messages();
  expect(sent?.template).toBe('permis-demande-enregistree');
  const number = sent?.vars['numero'];
  expect(number).toMatch(/^DEMO-\d{6}$/);
  expect((await run.call('readLicence')).data).toEqual({ number });
  expect((await run.call('openAttestation')).data).toEqual({ number });
  expect(await run.ask('waitForReview')).toBe('ok');
  expect(await run.ask('waitForReview')).toBe('ok');
  expect(templates().filter((name) => name === 'permis-accepte')).toHaveLength(1);
});
