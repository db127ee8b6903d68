import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { amina } from '../testing/amina.ts';
import { type TestRun, testRun } from '../testing/run.ts';
import type { CafWorld } from './world.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let run: TestRun;

async function enter(): Promise<void> {
  await run.ask('signIn', { nir: '2841169000007', password: 'Jardin2024fleurs' });
  await run.ask('sendCode');
  await run.ask('confirmCode', { code: run.code() });
}

const world = () => run.network.world().services['caf'] as CafWorld;

const sent = {
  'amina.salaires.-4': 104_000,
  'amina.salaires.-3': 103_000,
  'amina.salaires.-2': 102_000,
  'youssef.remplacement.-4': 94_000,
  'youssef.remplacement.-3': 93_000,
  'youssef.remplacement.-2': 92_000,
};

beforeEach(async () => {
  run = testRun('caf');
  await enter();
});
afterEach(() => run.network.stop());

describe('the account', () => {
  it('asks to accept the terms at the first sign-in, once', async () => {
    expect(await run.ask('openAccount')).toBe('termsToAccept');
    expect(await run.ask('acceptTerms', { accepted: true })).toBe('ok');
    expect(await run.ask('openAccount')).toBe('ok');
  });

  it('closes after an hour without a call, and what was not validated is lost', async () => {
    await run.ask('confirmFigures', { figures: { ...sent, 'amina.salaires.-4': 0 }, proof: 'paie-3' });
    expect(world().statement.draft).toMatchObject({ figures: 'corrected', proof: 'right' });
    run.pass(60 * minute);
    expect(await run.ask('confirmProfile', { changed: 'non' })).toBe('ok');
    run.pass(60 * minute + 1);
    expect(await run.ask('confirmProfile', { changed: 'non' })).toBe('sessionExpired');
    expect(world().statement.draft).toEqual({ figures: null, proof: 'none', otherKinds: null });
  });

  it('starts the statement again at each sign-in', async () => {
    await run.ask('confirmFigures', { figures: sent, proof: null });
    expect(world().statement.draft.figures).toBe('kept');
    await enter();
    expect(world().statement.draft.figures).toBeNull();
  });

  it('says that payments are interrupted once the statement is far too late', async () => {
    await run.ask('acceptTerms', { accepted: true });
    run.pass(15 * day + 1);
    await enter();
    expect(await run.ask('openAccount')).toBe('paymentsInterrupted');
  });

  it('starts with interrupted payments for a household that never declared', async () => {
    run.network.stop();
    run = testRun('caf', { persona: { ...amina, traits: { versements: 'interrompus' } } });
    await enter();
    expect(await run.ask('openAccount')).toBe('paymentsInterrupted');
  });
});

describe('the prefilled amounts', () => {
  it('are the net social amounts of the three months, by person, nothing of the other months', async () => {
    expect(await run.call('readStatement')).toEqual({ status: 200, outcome: 'ok', data: { figures: sent } });
  });

  it('can be left as they are', async () => {
    expect(await run.ask('confirmFigures', { figures: { ...sent, 'youssef.salaires.-2': null }, proof: null })).toBe(
      'ok',
    );
    expect(world().statement.draft).toMatchObject({ figures: 'kept', proof: 'none' });
  });

  it.each([
    ['changed', { ...sent, 'amina.salaires.-4': 0 }],
    ['moved to the month it reached the bank', { ...sent, 'amina.salaires.-4': null, 'amina.salaires.-3': 207_000 }],
    ['emptied', { ...sent, 'youssef.remplacement.-2': null }],
    ['added', { ...sent, 'amina.remplacement.-3': 5000 }],
    ['zero where nothing was sent', { ...sent, 'amina.remplacement.-3': 0 }],
  ])('an amount %s needs a proof', async (_, figures) => {
    expect(await run.call('confirmFigures', { figures, proof: null })).toEqual({
      status: 422,
      outcome: 'correctionNeedsProof',
    });
    expect(await run.ask('confirmFigures', { figures, proof: 'paie-3' })).toBe('ok');
  });

  it.each([
    ['a clear payslip of the quarter', 'paie-3', 'right'],
    ['a blurred photo', 'floue', 'doubtful'],
    ['another paper', 'carnet', 'doubtful'],
    ['a month outside the quarter', 'paie-1', 'doubtful'],
  ])('a proof is looked at weeks later: %s is accepted today', async (_, proof, kept) => {
    expect(await run.ask('confirmFigures', { figures: { ...sent, 'amina.salaires.-4': 0 }, proof })).toBe('ok');
    expect(world().statement.draft.proof).toBe(kept);
  });

  it('refuses at once a photo format it does not read, and a file that is too heavy', async () => {
    const figures = { ...sent, 'amina.salaires.-4': 0 };
    expect(await run.call('confirmFigures', { figures, proof: 'heic' })).toEqual({
      status: 415,
      outcome: 'wrongFormat',
    });
    expect(await run.call('confirmFigures', { figures, proof: 'lourde' })).toEqual({
      status: 413,
      outcome: 'tooHeavy',
    });
    expect(await run.ask('confirmFigures', { figures, proof: 'unknown' })).toBe('correctionNeedsProof');
  });
});

describe('the other resources', () => {
  it('cannot be something and nothing at once', async () => {
    expect(await run.ask('declareOther', { kinds: ['aucune', 'etranger'] })).toBe('contradiction');
    expect(await run.ask('declareOther', { kinds: ['aucune'] })).toBe('ok');
    expect(await run.ask('declareAmounts', {})).toBe('ok');
  });

  it('need an amount for each month, zero included, for each kind ticked', async () => {
    await run.ask('declareOther', { kinds: ['pensions-alimentaires'] });
    const two = { 'amina.pensions.-4': 12_000, 'amina.pensions.-3': 12_000, 'amina.pensions.-2': null };
    expect(await run.ask('declareAmounts', { pensions: two })).toBe('amountMissing');
    expect(await run.ask('declareAmounts', { etranger: two })).toBe('amountMissing');
    expect(await run.ask('declareAmounts', { pensions: { ...two, 'amina.pensions.-2': 0 } })).toBe('ok');
  });
});

describe('filing', () => {
  it('gives a receipt, once and for all', async () => {
    await run.ask('acceptTerms', { accepted: true });
    expect(await run.ask('validate', { honour: true })).toBe('ok');
    const { data } = await run.call('readReceipt');
    expect(data?.['number']).toMatch(/^DT-\d{6}$/);
    expect(await run.ask('validate', { honour: true })).toBe('alreadyFiled');
    expect((await run.call('readReceipt')).data).toEqual(data);
    expect(await run.ask('openAccount')).toBe('nothingDue');
  });

  it('keeps the receipt after a reload', async () => {
    await run.ask('validate', { honour: true });
    const { data } = await run.call('readReceipt');
    const restore = run.network.world();
    run.network.stop();
    run = testRun('caf', { restore });
    expect((await run.call('readReceipt')).data).toEqual(data);
  });

  it('says when it comes late', async () => {
    run.pass(5 * day + 1);
    await enter();
    expect(await run.ask('validate', { honour: true })).toBe('late');
  });

  it('keeps no amount in the world', async () => {
    await run.ask('confirmFigures', { figures: { ...sent, 'amina.salaires.-4': 987_654 }, proof: 'paie-3' });
    await run.ask('declareOther', { kinds: ['pensions-alimentaires'] });
    await run.ask('declareAmounts', { pensions: { 'amina.pensions.-4': 345_678 } });
    await run.ask('validate', { honour: true });
    expect(JSON.stringify(run.network.world())).not.toMatch(/987654|345678/);
  });
});
