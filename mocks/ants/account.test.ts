import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestRun, testRun } from '../testing/run.ts';
import { rightSignIn, traveller } from './testing.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let run: TestRun;

beforeEach(() => {
  run = testRun('ants', { persona: traveller });
});
afterEach(() => run.network.stop());

describe('the account', () => {
  it('opens with the identifier received by mail, not with the address', async () => {
    expect(await run.ask('signIn', { ...rightSignIn, identifier: traveller.email })).toBe('wrongCredentials');
    expect(await run.ask('openIdentityBoard')).toBe('sessionExpired');
    expect(await run.ask('signIn', rightSignIn)).toBe('ok');
    expect(await run.ask('openIdentityBoard')).toBe('ok');
  });

  it('is locked after five failures, even for the right password, for half an hour', async () => {
    const wrong = { ...rightSignIn, password: 'non' };
    for (let count = 0; count < 4; count += 1) expect(await run.ask('signIn', wrong)).toBe('wrongCredentials');
    expect(await run.ask('signIn', wrong)).toBe('locked');
    run.pass(29 * minute);
    expect(await run.ask('signIn', rightSignIn)).toBe('locked');
    run.pass(minute);
    expect(await run.ask('signIn', rightSignIn)).toBe('ok');
  });

  it('is closed until its link is opened, within a day of the last mail', async () => {
    run.network.stop();
    run = testRun('ants', { persona: { ...traveller, traits: { 'compte-ants': 'a-activer' } } });
    expect(await run.ask('signIn', rightSignIn)).toBe('notActivated');
    expect(await run.ask('activate')).toBe('linkExpired');
    await run.ask('resendActivation');
    expect(run.network.messages().at(-1)?.template).toBe('lien-d-activation');
    run.pass(day + 1);
    expect(await run.ask('activate')).toBe('linkExpired');
    await run.ask('resendActivation');
    run.pass(day);
    expect(await run.ask('activate')).toBe('ok');
    expect(await run.ask('signIn', rightSignIn)).toBe('ok');
  });

  it('takes a new password by a link that works once; the old one is then dead', async () => {
    expect(await run.ask('startReset', { email: 'personne@boite-replique.fr' })).toBe('unknownMail');
    expect(await run.ask('startReset', { email: traveller.email })).toBe('ok');
    expect(await run.ask('changePassword', { password: 'Autre-2031-Mot' })).toBe('sessionExpired');
    expect(await run.ask('openResetLink')).toBe('ok');
    expect(await run.ask('openIdentityBoard')).toBe('sessionExpired');
    expect(await run.ask('openResetLink')).toBe('linkExpired');
  });

  it('forgets nothing of a new password but the password', async () => {
    await run.ask('startReset', { email: traveller.email });
    await run.ask('openResetLink');
    expect(await run.ask('changePassword', { password: 'Autre-2031-Mot' })).toBe('ok');
    expect(await run.ask('openIdentityBoard')).toBe('ok');
    expect(await run.ask('signIn', rightSignIn)).toBe('wrongCredentials');
    expect(await run.ask('signIn', { ...rightSignIn, password: 'Autre-2031-Mot' })).toBe('ok');
    expect(JSON.stringify(run.network.world())).not.toContain('Autre-2031-Mot');
  });

  it('closes after an hour without a call', async () => {
    await run.ask('signIn', rightSignIn);
    run.pass(60 * minute);
    expect(await run.ask('openIdentityBoard')).toBe('ok');
    run.pass(60 * minute + 1);
    expect(await run.ask('openIdentityBoard')).toBe('sessionExpired');
  });
});
