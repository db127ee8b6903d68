import { stdnum } from 'stdnum';
import validator from 'validator';
import { describe, expect, it, test } from 'vitest';
import { isValidIban, isValidTaxNumber, nirKey, passesLuhn } from '#engine';
import { realData } from '#recording';
import { chance } from '../../../src/coach/simulated/chance.ts';
import { looksReal } from '../../../src/replica/session/entries/guard.ts';
import { countGuard } from './count.ts';
import { fiction } from './harmless.ts';
import { made, real } from './real.ts';

const bare = (text: string): string => (text.includes('@') ? text : text.replace(/[\s.()_–-]/g, '').toUpperCase());
const draw = (maker: (typeof made)['nir'], count: number): readonly string[] => {
  const seeded = chance(11);
  return Array.from({ length: count }, () => bare(maker(seeded)));
};

/** Whether a well-kept library takes it for a real one. Residence permits and plates have no such library. */
const confirmed = {
  nir: (text: string) => text.length === 13 || stdnum['FR']?.['nir']?.validate(text).isValid,
  iban: (text: string) => validator.isIBAN(text),
  card: (text: string) => validator.isCreditCard(text),
  fiscal: (text: string) => stdnum['FR']?.['nif']?.validate(text).isValid,
  phone: (text: string) => {
    const number = text.replace(/^[^+\d]+/, '').replaceAll('/', '');
    // Mobile ones only; of Saint-Pierre, New Caledonia and Polynesia it knows none.
    if (/^(\+|00)(508|68)/.test(number) || /^(\+33|0033|33|(\+|00)(262|59\d)|0)0?(?![67])/.test(number)) return true;
    return validator.isMobilePhone(number.replace(/^(\+330?|00330?|33)/, '0').replace(/^00/, '+'), 'any');
  },
  email: (text: string) => validator.isEmail(text.replaceAll(' ', '')),
};

describe('the corpus', () => {
  it.each(Object.keys(confirmed) as (keyof typeof confirmed)[])('%s: libraries agree with what is made', (kind) => {
    expect(draw(made[kind], 2000).filter((text) => !confirmed[kind](text))).toEqual([]);
  });

  it.each(['iban', 'card', 'fiscal'] as const)('%s: libraries refuse the harmless ones', (kind) => {
    expect(draw(fiction[kind], 2000).filter((text) => confirmed[kind](text))).toEqual([]);
  });
});

/** Ours and a well-kept library's say the same of the same numbers (docs/decisions/017-checksums-held-to-libraries.md). */
describe('our checksums are those of the libraries', () => {
  const french = (what: string, text: string): boolean => stdnum['FR']?.[what]?.validate(text).isValid ?? false;
  const rules = {
    nir: [(text: string) => nirKey(text.slice(0, 13)) === text.slice(13), (text: string) => french('nir', text)],
    iban: [isValidIban, (text: string) => validator.isIBAN(text)],
    card: [passesLuhn, (text: string) => validator.isLuhnNumber(text)],
    fiscal: [isValidTaxNumber, (text: string) => french('nif', text)],
  } as const;

  it.each(Object.keys(rules) as (keyof typeof rules)[])('%s, sound or with one digit changed', (kind) => {
    const seeded = chance(3);
    const [ours, theirs] = rules[kind];
    const sound = draw(made[kind], 2000).filter((text) => kind !== 'nir' || text.length === 15);
    const changed = sound.map((text) => {
      // After country, month and department, whose forms are not the checksum's to judge.
      const at = 7 + Math.floor(seeded.unit() * (text.length - 7));
      return text.slice(0, at) + ((Number.parseInt(text[at] ?? '0', 36) + 1) % 10) + text.slice(at + 1);
    });
    const asked = [...sound, ...changed];
    const held = asked.filter((text) => ours(text) !== theirs(text));
    expect(asked.filter((text) => theirs(text)).length).toBeGreaterThan(900);
    expect(asked.filter((text) => !theirs(text)).length).toBeGreaterThan(900);
    expect(held).toEqual([]);
  });
});

describe('the guard on real identifiers, over ten thousand strings of each sort', () => {
  test.each(realData)('%s', (kind) => {
    const { refused, accused, slipsAccused, missed } = countGuard(kind, 10_000, 7);
    // What docs/securite.md says: better than what is promised.
    expect(refused, missed.join('\n')).toBeGreaterThanOrEqual(0.999);
    expect(accused, missed.join('\n')).toBeLessThanOrEqual(0.001);
    expect(slipsAccused, missed.join('\n')).toBeLessThanOrEqual(0.0003);
  });

  it('would be found asleep, or nervous', () => {
    expect(countGuard('phone', 200, 7, () => null).refused).toBe(0);
    const nervous = countGuard('phone', 200, 7, () => 'phone');
    expect([nervous.accused, nervous.slipsAccused]).toEqual([1, 1]);
    // Without knowing what the persona's papers say, a slip on a mail address is taken for a stranger's.
    expect(countGuard('email', 200, 7, (text) => looksReal(text)).slipsAccused).toBeGreaterThan(0.5);
  });

  it('holds key by key: a real one is refused at its end at the latest, what is copied never is', () => {
    const seeded = chance(5);
    for (const kind of realData)
      for (let turn = 0; turn < 200; turn++) {
        const text = real[kind](seeded);
        const steps = Array.from(text, (_, at) => text.slice(0, at + 1));
        expect(
          steps.some((typed) => looksReal(typed) !== null),
          text,
        ).toBe(true);
        expect(
          steps.filter((typed) => looksReal(typed, { own: [text] }) !== null),
          text,
        ).toEqual([]);
      }
  });
});
