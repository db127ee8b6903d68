import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestRun, testRun } from '../testing/run.ts';
import { thomas } from './testing.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const password = 'Mur-2024-Pierre';
const personal = { nir: '193064800002189', nationality: 'francaise', permit: null, paperless: false };
let run: TestRun;

const enter = async () => {
  await run.ask('giveIdentifier', { identifier: '0000481T' });
  await run.ask('signIn', { password });
  return run.ask('confirmCode', { code: run.code() });
};

beforeEach(() => {
  run = testRun('pole-emploi', { persona: thomas });
});
afterEach(() => run.network.stop());

describe('signing in', () => {
  it('takes the identifier as people copy it, and opens with the code by mail', async () => {
    expect(await run.ask('giveIdentifier', { identifier: ' 0000 481t' })).toBe('ok');
    expect(await run.ask('signIn', { password })).toBe('ok');
    expect(await run.ask('openRegistration')).toBe('sessionExpired');
    await run.ask('giveIdentifier', { identifier: '0000481T' });
    await run.ask('signIn', { password });
    expect(await run.ask('confirmCode', { code: run.code() })).toBe('ok');
    expect(await run.ask('openRegistration')).toBe('ok');
  });

  it('refuses a wrong identifier and a wrong password with the same words, five times, then locks', async () => {
    await run.ask('giveIdentifier', { identifier: thomas.email });
    expect(await run.ask('signIn', { password })).toBe('wrongCredentials');
    await run.ask('giveIdentifier', { identifier: '0000481T' });
    for (let count = 0; count < 3; count += 1)
      expect(await run.ask('signIn', { password: 'non' })).toBe('wrongCredentials');
    expect(await run.ask('signIn', { password: 'non' })).toBe('locked');
    expect(await run.ask('signIn', { password })).toBe('locked');
    run.pass(30 * minute);
    expect(await run.ask('signIn', { password })).toBe('ok');
  });

  it('asks for no code where the password is enough', async () => {
    run.network.preset('pole-emploi', 'one-step');
    await run.ask('giveIdentifier', { identifier: '0000481T' });
    expect(await run.ask('signIn', { password })).toBe('ok');
    expect(run.network.messages()).toEqual([]);
    expect(await run.ask('openUpdate')).toBe('notOpen');
  });

  it('kills a code when another is sent, and after fifteen minutes', async () => {
    await run.ask('giveIdentifier', { identifier: '0000481T' });
    await run.ask('signIn', { password });
    const old = run.code();
    await run.ask('resendCode');
    expect(await run.ask('confirmCode', { code: old })).toBe('expiredCode');
    run.pass(16 * minute);
    expect(await run.ask('confirmCode', { code: run.code() })).toBe('expiredCode');
  });
});

describe('a space of one’s own', () => {
  const own = { mail: thomas.email, mailAgain: thomas.email, password: 'Recherche-2025', terms: true };

  it('exists already for a number that has one', async () => {
    expect(await run.ask('findSpace', { nir: '193064800002189' })).toBe('ok');
  });

  it('is opened by a link that lives a day, and can be entered again by its own identifier', async () => {
    expect(await run.ask('createSpace', { ...own, mailAgain: 'autre@boite-replique.fr' })).toBe('mailsDiffer');
    expect(await run.ask('createSpace', own)).toBe('ok');
    run.pass(day + minute);
    expect(await run.ask('openLink')).toBe('linkExpired');
    await run.ask('resendLink');
    expect(await run.ask('openLink')).toBe('ok');
    expect(run.network.messages().at(-1)).toMatchObject({
      template: 'espace-cree',
      vars: { identifiant: expect.stringMatching(/^\d{11}$/) },
    });
    expect(await run.ask('openRegistration')).toBe('ok');
    await run.ask('giveIdentifier', { identifier: '0000481T' });
    expect(await run.ask('signIn', { password: 'Recherche-2025' })).toBe('ok');
    expect(JSON.stringify(run.network.world())).not.toContain('Recherche');
  });
});

describe('registering', () => {
  beforeEach(enter);

  it.each([
    ['a wrong key', { nir: '193064800002188' }, 'wrongKey'],
    ['thirteen digits', { nir: '1930648000021' }, 'wrongKey'],
    ["somebody else's number", { nir: '190057500004252' }, 'notCertified'],
    ['a permit that has ended', { nationality: 'autre', permit: '2026-11-20' }, 'permitExpired'],
    ['a permit that ends today', { nationality: 'autre', permit: '2026-11-21' }, 'ok'],
  ])('%s', async (_, change, outcome) => {
    expect(await run.ask('savePersonal', { ...personal, ...change })).toBe(outcome);
  });

  it('proposes paperless letters whatever happens, and keeps the choice made', async () => {
    expect((await run.call('readSettings')).data).toEqual({ reception: 'electronique', paperless: true });
    await run.ask('savePersonal', personal);
    expect((await run.call('readSettings')).data).toEqual({ reception: 'postale', paperless: true });
    await run.ask('savePersonal', { ...personal, paperless: true });
    expect((await run.call('readSettings')).data).toMatchObject({ reception: 'electronique' });
    await run.ask('saveReception', { reception: 'postale' });
    expect((await run.call('readSettings')).data).toMatchObject({ reception: 'postale' });
  });

  it('keeps what was begun for fifteen days, not more', async () => {
    await run.ask('saveDraft');
    run.pass(15 * day);
    await enter();
    expect(await run.ask('openRegistration')).toBe('draftWaiting');
    run.pass(minute);
    expect(await run.ask('openRegistration')).toBe('draftExpired');
    expect(await run.ask('openRegistration')).toBe('ok');
  });

  it('lets the allowance be skipped without a word', async () => {
    expect(await run.ask('saveAllowance', { wanted: null })).toBe('ok');
  });

  it('wants a contract that has ended, and dates in order', async () => {
    expect(await run.ask('saveSituation', { end: '2026-11-22' })).toBe('contractNotEnded');
    expect(await run.ask('saveSituation', { end: '2026-11-21' })).toBe('ok');
    expect(await run.ask('saveJobs', { start: '2026-11-11', end: '2026-11-10' })).toBe('datesReversed');
  });

  it.each([
    ['the bank details', 'rib-pdf', 'ok', 'right'],
    ['a blurred picture', 'rib-flou', 'ok', 'doubtful'],
    ['another paper', 'carte-pdf', 'ok', 'doubtful'],
    ['a format of telephones', 'photo-iphone', 'wrongFormat', 'none'],
    ['twelve megabytes', 'scan-lourd', 'tooHeavy', 'none'],
  ])('takes %s as it should', async (_, bankProof, outcome, kept) => {
    expect(await run.ask('saveBank', { iban: 'fr00 0000 0000 0000 4800 0002118', bankProof })).toBe(outcome);
    expect(run.network.world().services['pole-emploi']).toMatchObject({ bankProof: kept });
  });

  it('refuses another IBAN, registers once, and gives a slot', async () => {
    expect(await run.ask('saveBank', { iban: 'FR00 0000', bankProof: 'rib-pdf' })).toBe('wrongIban');
    expect(await run.ask('submit', { honour: true })).toBe('ok');
    expect(await run.ask('submit', { honour: true })).toBe('alreadyRegistered');
    expect(await run.ask('openRegistration')).toBe('alreadyRegistered');
    expect((await run.call('readConfirmation')).data?.['number']).toMatch(/^FT-\d{6}$/);
    expect(await run.ask('book', { slot: 'lundi-agence' })).toBe('ok');
    run.network.preset('pole-emploi', 'slots-taken');
    expect(await run.ask('book', { slot: 'lundi-agence' })).toBe('slotTaken');
  });

  it('sends a vague mail weeks later, once, to whoever gets letters online', async () => {
    await run.ask('savePersonal', { ...personal, paperless: true });
    expect(await run.ask('readLetters')).toBe('ok');
    expect(await run.ask('signOut')).toBe('weeksPass');
    expect(run.network.messages().at(-1)?.template).toBe('nouveau-document');
    expect(await run.ask('readLetters')).toBe('sessionExpired');
    await enter();
    expect(await run.ask('readLetters')).toBe('convocation');
    expect(await run.ask('signOut')).toBe('ok');
  });

  it('warns as vaguely, in the space only, then punishes on paper', async () => {
    await run.ask('savePersonal', { ...personal, paperless: true });
    await run.ask('signOut');
    expect(await run.ask('ignoreMail')).toBe('ok');
    expect(run.network.messages().at(-1)?.template).toBe('encore-un-document');
    expect(await run.ask('ignoreMail')).toBe('sanction');
    expect(run.network.messages().at(-1)?.template).toBe('sanction');
    await enter();
    expect(await run.ask('readLetters')).toBe('sanction');
  });

  it('sends none to whoever gets letters by post', async () => {
    await run.ask('savePersonal', personal);
    expect(await run.ask('signOut')).toBe('ok');
    expect(run.network.messages().map(({ template }) => template)).not.toContain('nouveau-document');
  });

  it('keeps nothing that was typed', async () => {
    await run.ask('savePersonal', personal);
    await run.ask('saveBank', { iban: 'FR00 0000 0000 0000 4800 0002 118', bankProof: 'rib-pdf' });
    await run.ask('book', { slot: 'chez-moi-mardi' });
    expect(JSON.stringify(run.network.world())).not.toMatch(/1930648|4800 0002|Mur-2024|0000481T|chez-moi/);
  });
});

describe('a missed appointment', () => {
  it('answers a reply to the mail with a machine, and keeps no answer', async () => {
    await run.ask('replyByMail');
    expect(run.network.messages().at(-1)?.template).toBe('reponse-automatique');
    await enter();
    expect(await run.ask('openSpace')).toBe('ok');
  });

  it('takes an answer within ten days of the warning, sent three days ago', async () => {
    run.pass(7 * day);
    await enter();
    expect(await run.ask('openSpace')).toBe('ok');
    run.pass(minute);
    expect(await run.ask('answerWarning', { reason: 'non-recue' })).toBe('tooLate');
    expect(await run.ask('openSpace')).toBe('deadlinePassed');
    run.pass(15 * day);
    await enter();
    expect(await run.ask('openSpace')).toBe('sanctioned');
  });

  it('takes one answer, with its receipt', async () => {
    await enter();
    expect(await run.ask('answerWarning', { reason: 'non-recue' })).toBe('ok');
    expect((await run.call('readReceipt')).data?.['number']).toMatch(/^OBS-\d{6}$/);
    expect(await run.ask('answerWarning', { reason: 'non-recue' })).toBe('alreadyAnswered');
    expect(await run.ask('openSpace')).toBe('alreadyAnswered');
  });

  it.each([
    ['rendez-vous', 'preuve-pdf', 'right'],
    ['rendez-vous', 'preuve-floue', 'doubtful'],
    ['actualisation', 'preuve-pdf', 'lost'],
  ])('files a proof in the context %s (%s) as %s', async (context, proof, kept) => {
    await enter();
    expect(await run.ask('sendProof', { context, proof })).toBe('ok');
    expect(run.network.world().services['pole-emploi']).toMatchObject({ proof: kept });
  });
});
