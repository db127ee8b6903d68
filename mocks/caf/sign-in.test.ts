import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { amina } from '../testing/amina.ts';
import { type TestRun, testRun } from '../testing/run.ts';

const minute = 60_000;
const right = { nir: '2841169000007', password: 'Jardin2024fleurs' };
let run: TestRun;

beforeEach(() => {
  run = testRun('caf');
});
afterEach(() => run.network.stop());

describe('the number and the password', () => {
  it.each([
    ['a wrong password', { ...right, password: 'Jardin2024' }],
    ['the phone code', { ...right, password: '40128835' }],
    ['another number', { ...right, nir: '2841169000008' }],
    ["the partner's number", { ...right, nir: '1900575000042' }],
    ['fifteen digits', { ...right, nir: '284116900000707' }],
    ['nothing', { nir: null, password: null }],
  ])('refuses %s with the same vague answer', async (_, input) => {
    expect(await run.call('signIn', input)).toEqual({ status: 403, outcome: 'wrongCredentials' });
  });

  it.each(['7920399000015', '8791299000031'])('does not know the provisional number %s', async (nir) => {
    expect(await run.ask('signIn', { nir, password: 'whatever' })).toBe('provisionalNumber');
    expect(await run.ask('startReset', { nir, birthDate: '1992-03-14' })).toBe('provisionalNumber');
    expect(run.network.messages()).toEqual([]);
  });

  it('asks for a picture after three failures, and for nothing else until it is recognised', async () => {
    const wrong = { ...right, password: 'non' };
    expect([await run.ask('signIn', wrong), await run.ask('signIn', wrong), await run.ask('signIn', wrong)]).toEqual([
      'wrongCredentials',
      'wrongCredentials',
      'captchaNeeded',
    ]);
    expect(await run.ask('signIn', right)).toBe('captchaNeeded');
    expect(await run.ask('proveHuman', { answer: 'K7' })).toBe('wrongAnswer');
    expect(await run.ask('proveHuman', { answer: 'k7 p4' })).toBe('ok');
    expect(await run.ask('signIn', right)).toBe('ok');
  });

  it('locks after five failures, even for the right password, for half an hour of the run', async () => {
    const wrong = { ...right, password: 'non' };
    for (let count = 0; count < 3; count += 1) await run.ask('signIn', wrong);
    await run.ask('proveHuman', { answer: 'K7P4' });
    expect(await run.ask('signIn', wrong)).toBe('wrongCredentials');
    expect(await run.ask('signIn', wrong)).toBe('locked');
    expect(await run.ask('signIn', right)).toBe('locked');
    run.pass(29 * minute);
    expect(await run.ask('signIn', right)).toBe('locked');
    run.pass(minute);
    expect(await run.ask('signIn', right)).toBe('ok');
  });

  it('counts failures in a row only', async () => {
    const wrong = { ...right, password: 'non' };
    for (let count = 0; count < 6; count += 1) {
      expect(await run.ask('signIn', wrong)).toBe('wrongCredentials');
      expect(await run.ask('signIn', right)).toBe('ok');
    }
  });
});

describe('the code by mail', () => {
  beforeEach(async () => {
    await run.ask('signIn', right);
    await run.ask('sendCode');
  });

  it('opens the account with the six digits of the mail', async () => {
    expect(run.code()).toMatch(/^\d{6}$/);
    expect(await run.ask('confirmCode', { code: run.code() })).toBe('ok');
    expect(await run.ask('acceptTerms', { accepted: true })).toBe('ok');
  });

  it('refuses another code and lets one try again', async () => {
    const other = run.code() === '111111' ? '222222' : '111111';
    expect(await run.ask('confirmCode', { code: other })).toBe('wrongCode');
    expect(await run.ask('confirmCode', { code: run.code() })).toBe('ok');
  });

  it('is valid for fifteen minutes, not one second more', async () => {
    run.pass(15 * minute);
    const before = run.network.world();
    expect(await run.ask('confirmCode', { code: run.code() })).toBe('ok');
    run.network.stop();
    run = testRun('caf', { restore: before });
    run.pass(15 * minute + 1000);
    expect(await run.ask('confirmCode', { code: run.code() })).toBe('expiredCode');
  });

  it('is dead once used', async () => {
    const code = run.code();
    await run.ask('confirmCode', { code });
    expect(await run.ask('confirmCode', { code })).toBe('expiredCode');
  });

  it('is dead once another was sent', async () => {
    const old = run.code();
    await run.ask('sendCode');
    expect(run.code()).not.toBe(old);
    expect(await run.ask('confirmCode', { code: old })).toBe('expiredCode');
    expect(await run.ask('confirmCode', { code: run.code() })).toBe('ok');
  });

  it('is not sent to someone who gave no password', async () => {
    run.network.stop();
    run = testRun('caf');
    expect(await run.call('sendCode')).toEqual({ status: 401, outcome: 'sessionExpired' });
    expect(run.network.messages()).toEqual([]);
  });

  it('does not open the account before it is given', async () => {
    expect(await run.ask('openAccount')).toBe('sessionExpired');
  });
});

describe('the password', () => {
  it('forgotten: the person, a code by mail, a new one; the old one is then dead', async () => {
    expect(await run.ask('startReset', { nir: right.nir, birthDate: '1984-11-07' })).toBe('unknownPerson');
    expect(await run.ask('startReset', { nir: '1900575000042', birthDate: '1984-11-06' })).toBe('unknownPerson');
    expect(await run.ask('startReset', { nir: right.nir, birthDate: '1984-11-06' })).toBe('ok');
    expect(run.network.messages().at(-1)?.template).toBe('code-de-mot-de-passe');
    const first = run.code();
    expect(await run.ask('resendResetCode')).toBe('ok');
    expect(await run.ask('confirmCode', { code: first })).toBe('expiredCode');
    expect(await run.ask('confirmCode', { code: run.code() })).toBe('ok');
    expect(await run.ask('changePassword', { password: 'Nouveau2026mot' })).toBe('ok');
    expect(await run.ask('signIn', right)).toBe('wrongCredentials');
    expect(await run.ask('signIn', { ...right, password: 'Nouveau2026mot' })).toBe('ok');
  });

  it('forgotten: opens a locked account', async () => {
    run.network.preset('caf', 'four-failures');
    expect(await run.ask('signIn', { ...right, password: 'non' })).toBe('locked');
    await run.ask('startReset', { nir: right.nir, birthDate: '1984-11-06' });
    await run.ask('confirmCode', { code: run.code() });
    await run.ask('changePassword', { password: 'Nouveau2026mot' });
    expect(await run.ask('signIn', { ...right, password: 'Nouveau2026mot' })).toBe('ok');
  });

  it('is not in the world: after a reload, any that meets the rules will do', async () => {
    await run.ask('signIn', right);
    await run.ask('changePassword', { password: 'Nouveau2026mot' });
    const world = run.network.world();
    run.network.stop();
    run = testRun('caf', { restore: world });
    expect(await run.ask('signIn', { ...right, password: 'court' })).toBe('wrongCredentials');
    expect(await run.ask('signIn', { ...right, password: 'Autre2026encore' })).toBe('ok');
  });

  it('too old: to be changed before the code is sent', async () => {
    run.network.stop();
    run = testRun('caf', { persona: { ...amina, traits: { 'mot-de-passe': 'a-changer' } } });
    expect(await run.ask('signIn', right)).toBe('passwordDue');
    expect(await run.ask('changePassword', { password: 'Nouveau2026mot' })).toBe('ok');
    expect(await run.ask('sendCode')).toBe('ok');
    expect(await run.ask('confirmCode', { code: run.code() })).toBe('ok');
    expect(await run.ask('signIn', { ...right, password: 'Nouveau2026mot' })).toBe('ok');
  });
});
