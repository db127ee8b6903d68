import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestRun, testRun } from '../../testing/run.ts';
import { rightSignIn, traveller } from '../testing.ts';
import { rightSale, rightVehicle } from './testing.ts';

const day = 24 * 60 * 60_000;
let run: TestRun;
const find = (change: object = {}) => run.ask('findVehicle', { ...rightVehicle, ...change });
const finalise = (change: object = {}) => run.ask('finaliseSale', { ...rightSale, ...change });
const declare = () => run.ask('declareSale', { exact: true, signed: true });
const sent = (template: string) => run.network.messages().filter((message) => message.template === template);

beforeEach(async () => {
  run = testRun('ants', { persona: traveller });
  await run.ask('signIn', rightSignIn);
});
afterEach(() => run.network.stop());

describe('the vehicle', () => {
  it('is found by its plate, the number of its certificate and the secret code, whatever parts their groups', async () => {
    expect(await find()).toBe('ok');
    expect(await find({ plate: 'au-731 ub', formula: '0000 xx 41738', secretCode: ' 60418 ' })).toBe('ok');
  });

  it.each([
    ['a plate of no known shape', { plate: 'AU731' }, 'wrongPlate'],
    ['the number of the certificate as a plate', { plate: rightVehicle.formula }, 'wrongPlate'],
    ['nothing', { plate: null }, 'wrongPlate'],
    ['another plate', { plate: 'AU-731-UC' }, 'unknownVehicle'],
    ['a plate from before 2009', { plate: '123 UUU 80' }, 'unknownVehicle'],
    ['a plate from Corsica before 2009', { plate: '123 UU 2A' }, 'unknownVehicle'],
    ['the plate as the number of the certificate', { formula: rightVehicle.plate }, 'wrongFormula'],
    ['the secret code there', { formula: rightVehicle.secretCode }, 'wrongFormula'],
    ['another number', { formula: '0000XX41783' }, 'unknownVehicle'],
    ['another secret code', { secretCode: '41738' }, 'wrongSecretCode'],
    ['no secret code', { secretCode: null }, 'wrongSecretCode'],
  ])('%s is refused', async (_, change, outcome) => {
    expect(await find(change)).toBe(outcome);
  });

  it('is asked no secret code of whom entered with FranceConnect, until they enter with a password', async () => {
    expect(await run.ask('openVehicleForm')).toBe('ok');
    await run.ask('enterWithFranceConnect');
    expect(await run.ask('openVehicleForm')).toBe('noSecretCode');
    expect(await find({ secretCode: null })).toBe('ok');
    expect(await find({ secretCode: null, plate: 'AU-731-UC' })).toBe('unknownVehicle');
    await run.ask('signIn', rightSignIn);
    expect(await run.ask('openVehicleForm')).toBe('ok');
    expect(await find({ secretCode: null })).toBe('wrongSecretCode');
  });

  it('with an opposition is not sold, for whom knows its code only', async () => {
    run.network.preset('ants', 'opposed');
    expect(await find({ secretCode: '00000' })).toBe('wrongSecretCode');
    expect(await find()).toBe('opposed');
  });
});

describe('the sale', () => {
  it('saved is not declared: no code, no receipt, and it stays to be completed', async () => {
    expect(await run.ask('openVehicleBoard')).toBe('ok');
    expect(await run.ask('saveSale')).toBe('ok');
    expect(await run.ask('openVehicleBoard')).toBe('saleSaved');
    expect(sent('cession-enregistree')).toHaveLength(1);
    expect(sent('accuse-de-cession')).toEqual([]);
    run.pass(40 * day);
    await run.ask('signIn', rightSignIn);
    expect(await run.ask('openVehicleBoard')).toBe('saleSaved');
  });

  it('declared gives one code of five digits, on the screen and by mail, and no longer shows', async () => {
    await run.ask('saveSale');
    await finalise();
    expect(await declare()).toBe('ok');
    const { code = '', numero = '' } = sent('accuse-de-cession').at(0)?.vars ?? {};
    expect(code).toMatch(/^\d{5}$/);
    expect(numero).toMatch(/^DEMO\d{6}$/);
    expect((await run.call('readSale')).data).toEqual({ code, number: numero });
    expect(await run.ask('openVehicleBoard')).toBe('ok');
    expect(await run.ask('saveSale')).toBe('alreadyDeclared');
  });

  it('declared twice sends the same code again', async () => {
    await finalise();
    expect(await declare()).toBe('ok');
    expect(await declare()).toBe('alreadyDeclared');
    const [first, second] = sent('accuse-de-cession');
    expect(second?.vars).toEqual(first?.vars);
  });

  // The tests' run begins on 21 November 2026, 11:00 in Paris.
  it.each([
    ['the same day, before now', { date: '2026-11-21', hour: 'h10', minutes: 'm55' }, 'ok'],
    ['this minute', { date: '2026-11-21', hour: 'h11', minutes: 'm00' }, 'ok'],
    ['later the same day', { date: '2026-11-21', hour: 'h11', minutes: 'm05' }, 'notYet'],
    ['tomorrow', { date: '2026-11-22', hour: 'h00', minutes: 'm00' }, 'notYet'],
    ['long ago', { date: '2016-03-17' }, 'ok'],
  ])('%s: %o is %s', async (_, change, outcome) => {
    expect(await finalise(change)).toBe(outcome);
  });

  it('is late from the sixteenth day', async () => {
    await finalise({ date: '2026-11-06' });
    expect(await declare()).toBe('ok');
    run.network.preset('ants', 'no-sale');
    await finalise({ date: '2026-11-05' });
    expect(await declare()).toBe('late');
  });

  it('is late for whom comes back three weeks after, on the clock of the run', async () => {
    await run.ask('saveSale');
    run.pass(21 * day);
    await run.ask('signIn', rightSignIn);
    await finalise();
    expect(await declare()).toBe('late');
  });

  it('does not take a buyer born tomorrow, nor a vehicle to be destroyed', async () => {
    expect(await run.ask('saveBuyer', { birthDate: '2026-11-22' })).toBe('birthInFuture');
    expect(await run.ask('saveBuyer', { birthDate: '2026-11-21' })).toBe('ok');
    expect(await run.ask('saveBuyer', { birthDate: null })).toBe('ok');
    expect(await run.ask('chooseSale', { nature: 'destruction', buyer: 'societe' })).toBe('destruction');
    expect(await run.ask('chooseSale', { nature: 'don', buyer: 'personne' })).toBe('ok');
  });

  it('leaves nothing typed in the world', async () => {
    await find();
    await finalise();
    await declare();
    const world = JSON.stringify(run.network.world());
    for (const typed of [rightVehicle.plate, rightVehicle.formula, rightVehicle.secretCode, rightSale.mileage, 'h17'])
      expect(world).not.toContain(typed);
  });
});
