import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestRun, testRun } from '../../testing/run.ts';
import { household } from '../testing.ts';
import type { CafWorld } from '../world.ts';

const day = 24 * 3_600_000;
let run: TestRun;

const world = () => (run.network.world().services['caf'] as CafWorld).housing;
const papers = { lease: 'bail-pdf', bankDetails: 'rib-pdf', certificate: 'attestation-pdf' };
const landlord = { family: 'non', kind: 'societe', siret: '000 481 996 00017', street: '3, place des maquettes' };

const start = (persona = household) => {
  run = testRun('caf', { persona });
  run.network.preset('caf', 'signed-in');
  run.network.preset('caf', 'terms-accepted');
};

async function send(given: Record<string, string | null> = papers): Promise<string> {
  await run.ask('attachPapers', given);
  return run.ask('submitHousing', { honour: true });
}

beforeEach(() => start());
afterEach(() => run.network.stop());

describe('the day of the request', () => {
  it('counts: right the month after, money the month after that', async () => {
    expect(await send()).toBe('ok');
    const { outcome, data } = await run.call('readHousing');
    expect(outcome).toBe('ok');
    expect(data).toMatchObject({ from: 'décembre 2026', paid: 'janvier 2027', lost: '' });
    expect(data?.['number']).toMatch(/^DL-\d{6}$/);
    expect(data?.['file']).toMatch(/^0000\d{3}$/);
  });

  it('loses the months before it, however good the papers', async () => {
    run.pass(62 * day);
    run.network.preset('caf', 'signed-in');
    expect(await send()).toBe('late');
    expect((await run.call('readHousing')).data).toMatchObject({
      from: 'février 2027',
      paid: 'mars 2027',
      lost: 'décembre 2026, janvier 2027',
    });
  });

  it('is taken once', async () => {
    await send();
    expect(await run.ask('submitHousing', { honour: true })).toBe('alreadySent');
    expect(await run.ask('openHousingDesk')).toBe('requestSent');
  });
});

describe('the questions', () => {
  it('open the way to tenants who have moved in', async () => {
    const asked = (occupation: string, movedIn: string) => run.ask('saveHousingProject', { occupation, movedIn });
    expect(await asked('locataire', '2026-11-21')).toBe('ok');
    expect(await asked('locataire', '2026-11-22')).toBe('notYet');
    expect(await asked('heberge', '2026-11-01')).toBe('noRent');
  });

  it.each([
    ['a society, however the number is parted', {}, 'ok'],
    ['a society whose number has another digit', { siret: '00048199600018' }, 'unknownSiret'],
    ['a society without a number', { siret: null }, 'unknownSiret'],
    ['a private landlord, who has none', { kind: 'particulier', siret: null }, 'ok'],
    ['an address with a slip', { street: '3 place des Maketes' }, 'unknownAddress'],
    ['the parents, whatever else is right', { family: 'oui' }, 'familyLandlord'],
  ])('ask who the landlord is: %s', async (_, change, outcome) => {
    expect(await run.ask('saveLandlord', { ...landlord, ...change })).toBe(outcome);
  });

  it('do not know the address of a hamlet, however it is written', async () => {
    run.network.stop();
    start({ ...household, traits: { 'adresse-du-bailleur': 'non-reconnue' } });
    expect(await run.ask('saveLandlord', landlord)).toBe('unknownAddress');
    expect(await run.ask('useProposedAddress', { first: null, second: null })).toBe('noneChosen');
  });

  it('refuse a home of less than nine square metres', async () => {
    expect(await run.ask('saveHome', { surface: '8' })).toBe('tooSmall');
    expect(await run.ask('saveHome', { surface: '9' })).toBe('ok');
  });

  it('want an account of the person, by its own number', async () => {
    expect(await run.ask('savePayee', { iban: 'fr00 0000 0000 0000 6900 0002 600' })).toBe('ok');
    expect(await run.ask('savePayee', { iban: 'FR00 0000 0000 0000 7300 0000 100' })).toBe('someoneElse');
    expect(await run.ask('savePayee', { iban: 'FR00 0000 0000 0000 6900 0002 60' })).toBe('wrongIban');
  });
});

describe('the papers', () => {
  it('may follow the request: what is missing is said, and does not change the day', async () => {
    expect(await send({ ...papers, certificate: null })).toBe('ok');
    const { outcome, data } = await run.call('readHousing');
    expect(outcome).toBe('papersMissing');
    expect(data?.['missing']).toBe('attestation de loyer signée par le bailleur');
    expect(data?.['from']).toBe('décembre 2026');
  });

  it.each([
    ['signed by somebody else', { certificate: 'attestation-vide' }],
    ['blurred', { certificate: 'attestation-floue' }],
    ["another person's account", { bankDetails: 'rib-pere' }],
    ['the lease for the certificate', { certificate: 'bail-pdf' }],
  ])('are taken today and asked again weeks later: %s', async (_, change) => {
    await send({ ...papers, ...change });
    expect(await run.ask('readHousing')).toBe('ok');
    expect(await run.ask('leaveHousing')).toBe('papersAsked');
    expect(run.network.messages().at(-1)?.template).toBe('document-attendu');
  });

  it('are asked again and again, until the right ones come', async () => {
    await send({ ...papers, lease: null, certificate: 'attestation-floue' });
    await run.ask('leaveHousing');
    expect((await run.call('readAskedPapers')).data).toEqual({
      papers: 'bail, attestation de loyer signée par le bailleur',
      until: '11 janvier 2027',
    });
    expect(await run.ask('sendAskedPapers', {})).toBe('nothingSent');
    expect(await run.ask('sendAskedPapers', { certificate: 'attestation-vide' })).toBe('askedAgain');
    expect(await run.ask('sendAskedPapers', { certificate: 'attestation-pdf' })).toBe('askedAgain');
    expect(await run.ask('sendAskedPapers', { lease: 'bail-pdf' })).toBe('ok');
    expect(await run.ask('leaveHousing')).toBe('ok');
  });

  it('are refused at once in a format or a weight that the site does not take', async () => {
    expect(await run.ask('attachPapers', { ...papers, certificate: 'photo-iphone' })).toBe('wrongFormat');
    expect(await run.ask('attachPapers', { ...papers, lease: 'scan-lourd' })).toBe('tooHeavy');
  });

  it('leave with the session before the request is sent, and stay after', async () => {
    await run.ask('attachPapers', papers);
    run.pass(61 * 60_000);
    expect(await run.ask('saveHousingStep')).toBe('sessionExpired');
    expect(world().draft.papers.lease).toBe('none');
    run.network.preset('caf', 'signed-in');
    await send();
    run.pass(61 * 60_000);
    await run.ask('saveHousingStep');
    expect(world().papers.lease).toBe('right');
  });
});

it('keeps nothing typed', async () => {
  await run.ask('saveLandlord', { ...landlord, street: 'rue Tapée-9Z', siret: '12345678901234' });
  await run.ask('savePayee', { iban: 'FR7612345' });
  await run.ask('changeAddress', { street: 'rue Tapée-9Z' });
  expect(JSON.stringify(run.network.world())).not.toMatch(/Tapée|12345/);
});
