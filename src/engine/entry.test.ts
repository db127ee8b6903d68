import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordRulesMet, rawOf, readEntry, sameValue, showValue } from './entry.ts';

const amount = { input: 'amount', cents: true } as const;

describe('reading an entry', () => {
  it.each([
    ['1203,45', 120345],
    ['1 203.45', 120345],
    ['1203,4 €', 120340],
    ['0', 0],
  ])('reads the amount %s as %i cents', (raw, cents) => {
    expect(readEntry(amount, raw)).toEqual({ state: 'read', value: cents });
  });

  it.each(['1203,456', 'mille', '-5', '12,', '1,203,45'])('finds the amount %s malformed', (raw) => {
    expect(readEntry(amount, raw)).toEqual({ state: 'malformed' });
  });

  it('never takes blank for zero', () => {
    expect(readEntry(amount, '  ')).toEqual({ state: 'empty' });
  });

  it('refuses cents where whole euros are asked, but not ,00', () => {
    expect(readEntry({ input: 'amount', cents: false }, '12,50').state).toBe('malformed');
    expect(readEntry({ input: 'amount', cents: false }, '12,00')).toEqual({ state: 'read', value: 1200 });
  });

  it('reads a whole number, and nothing else, where a number is asked', () => {
    expect(readEntry({ input: 'number' }, ' 86 ')).toEqual({ state: 'read', value: 86 });
    for (const raw of ['86,5', '86h30', 'quatre']) expect(readEntry({ input: 'number' }, raw).state).toBe('malformed');
    expect(rawOf({ input: 'number' }, 86)).toBe('86');
    expect(showValue('number', 86)).toBe('86');
  });

  it.each([
    ['2 84 11 69 000 007', '2841169000007'],
    ['172032A000018', '172032A000018'],
    ['172032a000018', '172032A000018'],
  ])('reads the number %s', (raw, value) => {
    expect(readEntry({ input: 'nir' }, raw)).toEqual({ state: 'read', value });
  });

  it('finds the letter O for a zero malformed', () => {
    expect(readEntry({ input: 'nir' }, '284116900OOO7').state).toBe('malformed');
  });

  it.each(['AU-731-UB', 'au 731 ub', 'AU731UB', ' Au.731-ub '])(
    'reads the plate %s whatever parts its groups',
    (raw) => {
      expect(readEntry({ input: 'reference' }, raw)).toEqual({ state: 'read', value: 'AU731UB' });
    },
  );

  it('finds a number of letters and digits malformed with anything else in it', () => {
    expect(readEntry({ input: 'reference' }, 'AU/731/UB').state).toBe('malformed');
  });

  it.each([
    ['1/2/2026', '2026-02-01'],
    ['01.02.2026', '2026-02-01'],
    ['2026-02-01', '2026-02-01'],
  ])('reads the date %s', (raw, value) => {
    expect(readEntry({ input: 'date' }, raw)).toEqual({ state: 'read', value });
  });

  it('knows that 31 February does not exist, and that three empty boxes are empty', () => {
    expect(readEntry({ input: 'date' }, '31/02/2026').state).toBe('malformed');
    expect(readEntry({ input: 'date' }, '//').state).toBe('empty');
  });

  it('reads back what it would type, for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        expect(readEntry(amount, rawOf(amount, cents))).toEqual({ state: 'read', value: cents });
      }),
    );
  });
});

describe('values', () => {
  it('are shown as they are written in French', () => {
    expect(showValue('amount', 120345).replace(/\s/g, ' ')).toBe('1 203,45 €');
    expect(showValue('date', '2026-11-12')).toBe('12 novembre 2026');
    expect(showValue('nir', '2841169000007')).toBe('2 84 11 69 000 007');
    expect(showValue('secret', 'Mimosa2026')).not.toContain('Mimosa');
  });

  it('are the same whatever the case and the accents of words, but exactly for a password', () => {
    expect(sameValue('text', 'Éloïse  Le-Goff', 'eloise le goff')).toBe(true);
    expect(sameValue('reference', 'AU731UB', 'AU-731-UB')).toBe(true);
    expect(sameValue('secret', 'Mimosa', 'mimosa')).toBe(false);
    expect(sameValue('amount', null, 0)).toBe(false);
  });

  it('say which rules of a new password are met', () => {
    const rules = [
      { say: '10 caractères', min: 10 },
      { say: 'un chiffre', has: 'digit' as const },
    ];
    expect(passwordRulesMet(rules, 'abc1')).toEqual([false, true]);
  });
});
