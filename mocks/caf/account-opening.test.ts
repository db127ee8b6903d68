import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { amina } from '../testing/amina.ts';
import { type TestRun, testRun } from '../testing/run.ts';
import type { CafWorld } from './world.ts';

const nir = '2841169000007';
const identity = { lastName: 'Sorel', firstNames: 'Amina', birthDate: '1984-11-06' };
const contact = { email: 'amina.sorel@boite-replique.fr', phone: '0639980412' };
const password = 'Pomme2026verte';
const world = [{ service: 'caf', name: 'no-account' }];
let run: TestRun;

const account = () => (run.network.world().services['caf'] as CafWorld).account;

async function open(hasNumber: 'oui' | 'non' = 'oui'): Promise<string> {
  await run.ask('startAccount', { hasNumber, nir: hasNumber === 'oui' ? nir : null });
  await run.ask('declareIdentity', identity);
  await run.ask('declareContact', contact);
  await run.ask('confirmContact', { code: run.code() });
  return run.ask('choosePassword', { password, again: password });
}

beforeEach(() => {
  run = testRun('caf', { world });
});
afterEach(() => run.network.stop());

describe('before the account is opened', () => {
  it('is known by no door: neither the right password nor a forgotten one', async () => {
    expect(await run.ask('signIn', { nir, password: 'Jardin2024fleurs' })).toBe('wrongCredentials');
    expect(await run.ask('startReset', { nir, birthDate: '1984-11-06' })).toBe('unknownPerson');
    expect(run.network.messages()).toEqual([]);
  });
});

describe('the number', () => {
  it.each(['7920399000015', '8791299000031'])('for a time, %s, is not taken', async (number) => {
    expect(await run.ask('startAccount', { hasNumber: 'oui', nir: number })).toBe('provisionalNumber');
  });

  it('of somebody who has an account leads to it, once and for all', async () => {
    expect(await open()).toBe('ok');
    expect(await run.ask('startAccount', { hasNumber: 'oui', nir })).toBe('accountExists');
  });

  it('of somebody else is found out with the names, and three times in a row sends to the counter', async () => {
    expect(await run.ask('startAccount', { hasNumber: 'oui', nir: '1900575000042' })).toBe('ok');
    const ask = () => run.ask('declareIdentity', identity);
    expect([await ask(), await ask(), await ask()]).toEqual(['unknownPerson', 'unknownPerson', 'checkAtCounter']);
    expect(await ask()).toBe('unknownPerson');
  });
});

describe('who one is', () => {
  beforeEach(() => run.ask('startAccount', { hasNumber: 'oui', nir }));

  it.each([
    ['another name', { lastName: 'Sorelle' }],
    ['another day', { birthDate: '1984-06-11' }],
    ['another first name', { firstNames: 'Lina' }],
  ])('%s is refused, without saying which is wrong', async (_, slip) => {
    expect(await run.ask('declareIdentity', { ...identity, ...slip })).toBe('unknownPerson');
    expect(await run.ask('declareIdentity', identity)).toBe('ok');
  });

  it('does not depend on capitals or accents', async () => {
    expect(await run.ask('declareIdentity', { ...identity, lastName: 'SOREL', firstNames: 'amina' })).toBe('ok');
  });

  it('is taken as said without a number: there is nothing to compare with', async () => {
    await run.ask('startAccount', { hasNumber: 'non', nir: null });
    expect(await run.ask('declareIdentity', { ...identity, lastName: 'Sorelle' })).toBe('ok');
  });
});

describe('the address', () => {
  it('gets a code by mail; a new one kills the first', async () => {
    await run.ask('declareContact', contact);
    const first = run.code();
    expect(run.network.messages().at(-1)?.template).toBe('code-de-creation');
    await run.ask('resendContactCode');
    expect(await run.ask('confirmContact', { code: first })).toBe('expiredCode');
    expect(await run.ask('confirmContact', { code: run.code() })).toBe('ok');
  });

  it('with a slip gets nothing: the code is nowhere to be read', async () => {
    await run.ask('declareContact', { ...contact, email: 'amina.sorrel@boite-replique.fr' });
    await run.ask('resendContactCode');
    expect(run.network.messages()).toEqual([]);
    expect(await run.ask('confirmContact', { code: '000000' })).toBe('wrongCode');
    await run.ask('declareContact', contact);
    expect(await run.ask('confirmContact', { code: run.code() })).toBe('ok');
  });

  it('opens no session by being confirmed', async () => {
    await run.ask('declareContact', contact);
    await run.ask('confirmContact', { code: run.code() });
    expect(await run.call('openFirstTime')).toEqual({ status: 401, outcome: 'sessionExpired' });
  });
});

describe('the password', () => {
  it('is typed twice alike', async () => {
    await run.ask('startAccount', { hasNumber: 'oui', nir });
    expect(await run.ask('choosePassword', { password, again: 'Pomme2026Verte' })).toBe('mismatch');
    expect(account().exists).toBe(false);
  });

  it('then opens the account: number, password, code by mail, terms', async () => {
    expect(await open()).toBe('ok');
    expect(run.network.messages().at(-1)?.template).toBe('compte-cree');
    expect(await run.ask('signIn', { nir, password: 'Jardin2024fleurs' })).toBe('wrongCredentials');
    expect(await run.ask('signIn', { nir, password })).toBe('ok');
    await run.ask('sendCode');
    expect(await run.ask('confirmCode', { code: run.code() })).toBe('ok');
    expect(await run.ask('openFirstTime')).toBe('termsToAccept');
    await run.ask('acceptTerms', { accepted: true });
    expect(await run.ask('openFirstTime')).toBe('ok');
  });

  it('forgotten, is changed with the number and the date, as for anybody', async () => {
    await open();
    expect(await run.ask('startReset', { nir, birthDate: '1984-11-06' })).toBe('ok');
  });
});

describe('without a number', () => {
  it('an identifier comes by mail, and signs in where the number would', async () => {
    expect(await open('non')).toBe('provisional');
    const sent = run.network.messages().at(-1);
    expect(sent?.template).toBe('identifiant-provisoire');
    const identifier = sent?.vars['identifiant'] ?? '';
    expect(identifier).toMatch(/^9\d{12}$/);
    expect(await run.ask('signIn', { nir, password })).toBe('wrongCredentials');
    expect(await run.ask('signInProvisional', { identifier: '7920399000015', password })).toBe('provisionalNumber');
    expect(await run.ask('signInProvisional', { identifier, password })).toBe('ok');
    expect(await run.ask('signIn', { nir: identifier, password })).toBe('ok');
  });

  it('an identifier never finds a password due: it was chosen with the account', async () => {
    await open('non');
    const identifier = run.network.messages().at(-1)?.vars['identifiant'];
    run.network.preset('caf', 'password-due');
    expect(await run.ask('signInProvisional', { identifier, password })).toBe('ok');
  });
});

describe('an account that a letter announces', () => {
  it('opens with the password of the letter, which must then be changed', async () => {
    run.network.stop();
    const letter = {
      id: 'courrier',
      form: 'letter',
      title: '',
      person: 'amina',
      items: { code: { label: '', kind: 'secret', value: '52710946', term: 'mot-de-passe-provisoire-caf' } },
    } as const;
    run = testRun('caf', {
      persona: { ...amina, papers: [...amina.papers, letter] },
      world: [{ service: 'caf', name: 'password-by-letter' }],
    });
    expect(await run.ask('signIn', { nir, password: 'Jardin2024fleurs' })).toBe('wrongCredentials');
    expect(await run.ask('signIn', { nir, password: '52710946' })).toBe('passwordDue');
    expect(await run.ask('changePassword', { password })).toBe('ok');
    expect(await run.ask('signIn', { nir, password: '52710946' })).toBe('wrongCredentials');
    expect(await run.ask('signIn', { nir, password })).toBe('ok');
  });
});
