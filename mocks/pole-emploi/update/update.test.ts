import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestRun, testRun } from '../../testing/run.ts';
import { thomas } from '../testing.ts';

const day = 24 * 3_600_000;
const nothing = {
  worked: 'non',
  internship: 'non',
  sick: 'non',
  maternity: 'non',
  retired: 'non',
  disabled: 'non',
  searching: 'oui',
};
let run: TestRun;

const enter = async () => {
  await run.ask('giveIdentifier', { identifier: '0000481T' });
  await run.ask('signIn', { password: 'Mur-2024-Pierre' });
  return run.ask('confirmCode', { code: run.code() });
};

/** A run on 3 December 2026, a fortnight after the tests' own clock. */
beforeEach(async () => {
  run = testRun('pole-emploi', { persona: thomas, today: '2026-12-03' });
  run.pass(12 * day);
  await enter();
});
afterEach(() => run.network.stop());

const pass = async (ms: number) => {
  run.pass(ms);
  await enter();
};

describe('when the monthly update can be done', () => {
  it('tells the month, its window and the next one', async () => {
    expect(await run.call('openUpdate')).toMatchObject({
      outcome: 'ok',
      data: {
        month: 'novembre 2026',
        opens: '28 novembre 2026',
        closes: '15 décembre 2026',
        ends: '16 décembre 2026',
        next: '28 décembre 2026',
      },
    });
  });

  it('is open until the 15th is over; on the 16th the registration of who has not finished ends', async () => {
    await run.ask('saveActivities', { other: 'non' });
    expect(await run.ask('openUpdate')).toBe('begun');
    await pass(12 * day + 13 * 3_600_000);
    expect(await run.ask('openUpdate')).toBe('begun');
    await pass(3_600_000);
    expect(await run.ask('openUpdate')).toBe('closed');
    expect(await run.ask('confirmUpdate')).toBe('closed');
  });

  it('is done once confirmed, and waits for the next window after the 15th', async () => {
    expect(await run.ask('confirmUpdate')).toBe('ok');
    expect(await run.ask('openUpdate')).toBe('done');
    expect((await run.call('readUpdate')).data).toMatchObject({
      at: '3 décembre 2026, 11:00',
      next: '28 décembre 2026',
    });
    await pass(14 * day);
    expect(await run.ask('openUpdate')).toBe('notOpen');
  });

  it('can be lived on to the 16th: a reminder, then the end', async () => {
    expect(await run.ask('letDaysPass')).toBe('ok');
    expect(run.network.messages().map(({ template }) => template)).toEqual(
      expect.arrayContaining(['rappel-actualisation', 'fin-d-inscription']),
    );
    await enter();
    expect(await run.ask('openUpdate')).toBe('closed');
  });
});

describe('the present form', () => {
  it('knows what an employer said, without the paid holidays', async () => {
    expect((await run.call('readActivities')).data).toMatchObject({
      first: '1er novembre 2026',
      last: '30 novembre 2026',
      employer: 'Famille Arnel',
      hours: '130',
      gross: expect.stringMatching(/^598,00/),
    });
  });

  it.each([
    ['in the month', { from: '2026-11-02', to: '2026-11-27' }, 'ok'],
    ['that ends later', { from: '2026-11-30', to: '2026-12-12' }, 'ok'],
    ['that began before', { from: '2026-10-31', to: '2026-11-27' }, 'outOfMonth'],
    ['not begun yet', { from: '2026-12-01', to: '2026-12-02' }, 'outOfMonth'],
    ['the wrong way round', { from: '2026-11-27', to: '2026-11-02' }, 'datesReversed'],
  ])('takes or refuses an activity %s', async (_, dates, outcome) => {
    const activity = { kind: 'salariee', hours: 104, gross: 49400 };
    expect(await run.ask('addActivity', { ...activity, ...dates })).toBe(outcome);
  });

  it('takes 420 hours in a month, not one more', async () => {
    expect(await run.ask('saveActivities', { line: 'erreur', hours: 420, gross: 65800, other: 'non' })).toBe('ok');
    expect(await run.ask('saveActivities', { line: 'erreur', hours: 421, other: 'non' })).toBe('tooManyHours');
    expect(await run.ask('saveActivities', { line: 'juste', hours: 421, other: 'non' })).toBe('ok');
  });

  it('looks at the dates of a sick leave only when there was one', async () => {
    const odd = { sickFrom: '2020-01-01', sickTo: '2019-01-01' };
    expect(await run.ask('saveOthers', { situations: ['aucune'], ...odd })).toBe('ok');
    expect(await run.ask('saveOthers', { situations: ['arret-maladie'], ...odd })).toBe('datesReversed');
  });

  it.each([
    ['bulletin', 'fiche-pdf', 'ok', 'right'],
    ['bulletin', 'fiche-ancienne', 'ok', 'doubtful'],
    ['bulletin', 'fiche-floue', 'ok', 'doubtful'],
    ['attestation', 'fiche-pdf', 'ok', 'lost'],
    ['bulletin', 'fiche-iphone', 'wrongFormat', 'none'],
    ['bulletin', 'fiche-lourde', 'tooHeavy', 'none'],
  ])('files a payslip sent as %s (%s): %s, %s', async (sort, slip, outcome, kept) => {
    expect(await run.ask('sendSlip', { sort, slip })).toBe(outcome);
    expect(run.network.world().services['pole-emploi']).toMatchObject({ update: { slip: kept } });
  });

  it('takes a correction from the adviser until the 15th, and only of what is validated', async () => {
    expect(await run.ask('askCorrection', { subject: 'salaire' })).toBe('tooLate');
    await run.ask('confirmUpdate');
    expect(await run.ask('askCorrection', { subject: 'salaire' })).toBe('ok');
    await pass(13 * day);
    expect(await run.ask('askCorrection', { subject: 'salaire' })).toBe('tooLate');
  });

  it('keeps no hour and no amount', async () => {
    await run.ask('saveActivities', { line: 'erreur', hours: 137, gross: 73100, other: 'non' });
    expect(JSON.stringify(run.network.world())).not.toMatch(/137|731/);
  });
});

describe('the form until 2022', () => {
  it.each([
    ['nothing but looking for a job', {}, 'ok'],
    ['hours and a plausible pay', { worked: 'oui', hours: 234, gross: 115200 }, 'ok'],
    ['hours without pay', { worked: 'oui', hours: 234, gross: 0 }, 'incoherent'],
    ['pay without hours', { worked: 'oui', hours: 0, gross: 115200 }, 'incoherent'],
    ['an hour paid too little', { worked: 'oui', hours: 234, gross: 23400 }, 'incoherent'],
    ['an hour paid too much', { worked: 'oui', hours: 10, gross: 115200 }, 'incoherent'],
    ['too many hours', { worked: 'oui', hours: 421, gross: 115200 }, 'tooManyHours'],
    ['hours left over from a « Oui » taken back', { worked: 'non', hours: 421, gross: 0 }, 'ok'],
    ['an internship', { internship: 'oui', internshipFrom: '2026-11-02', internshipTo: '2026-11-20' }, 'ok'],
    ['one of another month', { internship: 'oui', internshipFrom: '2026-10-02' }, 'badInternship'],
    ['a sick leave that goes on', { sick: 'oui', sickFrom: '2026-11-20', sickTo: '2026-12-20' }, 'ok'],
    ['one without a beginning', { sick: 'oui', sickFrom: null }, 'badSickLeave'],
    ['a pension of next month', { retired: 'oui', retiredFrom: '2026-12-01' }, 'badRetirement'],
    ['an end of the search', { searching: 'non', searchEnd: '2026-11-15' }, 'ok'],
    ['one not come yet', { searching: 'non', searchEnd: '2026-12-15' }, 'badSearchEnd'],
  ])('%s', async (_, change, outcome) => {
    expect(await run.ask('declareMonth', { ...nothing, ...change })).toBe(outcome);
  });

  it('can be done again while the window is open', async () => {
    expect(await run.ask('confirmUpdate')).toBe('ok');
    expect(await run.ask('declareMonth', nothing)).toBe('ok');
    expect(await run.ask('confirmUpdate')).toBe('ok');
  });
});
