import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestRun, testRun } from '../testing/run.ts';
import { citizen, rightAmeli, rightImpots } from './testing.ts';

const minute = 60_000;
let run: TestRun;
beforeEach(async () => {
  run = testRun('franceconnect', { persona: citizen });
  await run.ask('open');
});
afterEach(() => run.network.stop());

describe('an account that FranceConnect leads to', () => {
  it('of the tax office asks for a code by mail, each replaced by the next', async () => {
    expect(await run.ask('signInImpots', rightImpots)).toBe('ok');
    const first = run.code();
    expect(first).toMatch(/^\d{6}$/);
    await run.ask('resendImpotsCode');
    expect(await run.ask('confirmImpotsCode', { code: first })).toBe('expiredCode');
    expect(await run.ask('confirmImpotsCode', { code: '12' })).toBe('wrongCode');
    expect(await run.ask('confirmImpotsCode', { code: run.code() })).toBe('ok');
    expect((await run.call('identify')).data).toEqual({
      firstName: 'Amina',
      birthName: 'SOREL',
      birthDate: '06/11/1984',
      email: citizen.email,
      provider: 'Impôts',
    });
  });

  it('never says which of number and password is wrong, and locks at the fifth failure', async () => {
    const wrongs = [
      { ...rightImpots, taxNumber: '9900000000418' },
      ...Array(3).fill({ ...rightImpots, password: 'x' }),
    ];
    for (const wrong of wrongs) expect(await run.ask('signInImpots', wrong)).toBe('wrongCredentials');
    expect(await run.ask('signInImpots', { ...rightImpots, password: 'x' })).toBe('locked');
    expect(await run.ask('signInImpots', rightImpots)).toBe('locked');
    // The other account is another one.
    expect(await run.ask('signInAmeli', rightAmeli)).toBe('ok');
    run.pass(29 * minute);
    await run.ask('open');
    run.pass(2 * minute);
    expect(await run.ask('signInImpots', rightImpots)).toBe('ok');
  });

  it.each([
    ['blanks in the number', 'signInImpots', { ...rightImpots, taxNumber: '9900 0000 00417' }, 'ok'],
    [
      'a password with a small letter',
      'signInImpots',
      { ...rightImpots, password: 'figuier-2021-Vert' },
      'wrongCredentials',
    ],
    ['nothing at all', 'signInImpots', { taxNumber: null, password: null }, 'wrongCredentials'],
    ['the number of the partner', 'signInAmeli', { ...rightAmeli, nir: '1900575000042' }, 'wrongCredentials'],
    ['the tax password', 'signInAmeli', { ...rightAmeli, password: rightImpots.password }, 'wrongCredentials'],
    ['another mail', 'askLaPoste', { email: 'autre@boite-replique.fr' }, 'unknownAccount'],
    ['capitals in the mail', 'askLaPoste', { email: 'Amina.Sorel@boite-replique.fr' }, 'ok'],
    ['an application that is not there', 'askFranceIdentite', {}, 'noApp'],
  ])('%s', async (_, operation, input, outcome) => {
    expect(await run.ask(operation, input)).toBe(outcome);
  });

  it('that nobody opened is not there: a paper without it opens nothing', async () => {
    run.network.stop();
    run = testRun('franceconnect');
    await run.ask('open');
    expect(await run.ask('signInImpots', { taxNumber: '', password: '' })).toBe('wrongCredentials');
  });

  it('out of order fails once, then another or the same one serves', async () => {
    run.network.preset('franceconnect', 'fournisseur-en-panne');
    expect(await run.ask('signInImpots', rightImpots)).toBe('providerDown');
    expect(await run.ask('open')).toBe('ok');
    expect(await run.ask('signInImpots', rightImpots)).toBe('ok');
  });

  it('on the phone waits five minutes for its answer, and is asked again', async () => {
    const asks = () => run.ask('askLaPoste', { email: citizen.email });
    expect(await run.ask('approve')).toBe('tooLate');
    await asks();
    run.pass(5 * minute + 1);
    expect(await run.ask('approve')).toBe('tooLate');
    await asks();
    expect(await run.ask('deny')).toBe('ok');
    expect(await run.ask('approve')).toBe('tooLate');
    await asks();
    expect(await run.ask('approve')).toBe('ok');
  });
});

describe('what FranceConnect says', () => {
  it('asks for consent once, and tells the first connection by mail, once', async () => {
    await run.ask('signInAmeli', rightAmeli);
    expect(await run.ask('identify')).toBe('ok');
    await run.ask('goOn', { consent: true });
    const mails = () => run.network.messages().filter(({ template }) => template === 'connexion-inhabituelle');
    expect(mails().map(({ vars }) => vars['compte'])).toEqual(['Ameli']);
    await run.ask('open');
    await run.ask('signInAmeli', rightAmeli);
    expect(await run.ask('identify')).toBe('consentGiven');
    await run.ask('goOn', { consent: null });
    expect(mails()).toHaveLength(1);
  });

  it('refuses an account under a name of marriage, not the person', async () => {
    run.network.stop();
    run = testRun('franceconnect', { persona: { ...citizen, traits: { 'franceconnect-ameli': 'nom-de-mariage' } } });
    await run.ask('open');
    await run.ask('signInAmeli', rightAmeli);
    expect(await run.ask('identify')).toBe('marriedName');
    await run.ask('open');
    await run.ask('signInImpots', rightImpots);
    await run.ask('confirmImpotsCode', { code: run.code() });
    expect(await run.ask('identify')).toBe('ok');
  });

  it('loses a page left for half an hour, and finds it again from its first screen', async () => {
    run.pass(29 * minute);
    expect(await run.ask('signInAmeli', rightAmeli)).toBe('ok');
    run.pass(31 * minute);
    expect(await run.ask('identify')).toBe('sessionExpired');
    expect(await run.ask('signInAmeli', rightAmeli)).toBe('sessionExpired');
    await run.ask('open');
    expect(await run.ask('signInAmeli', rightAmeli)).toBe('ok');
  });

  it('takes a report with the code of its mail only', async () => {
    expect(await run.ask('report', { code: '' })).toBe('unknownCode');
    await run.ask('signInAmeli', rightAmeli);
    await run.ask('goOn', { consent: true });
    expect(await run.ask('report', { code: '12345678' })).toBe('unknownCode');
    expect(await run.ask('report', { code: run.code() })).toBe('ok');
  });
});
