import { describe, expect, it } from 'vitest';
import { faultCatalogue, faultThemes } from './catalogue.ts';

describe('the catalogue of faults', () => {
  it.each(faultThemes)('keeps the codes of a theme between $from and $to', ({ from, to, faults }) => {
    const numbers = Object.keys(faults).map((code) => Number(code.slice(1)));
    expect(numbers.length).toBeGreaterThan(0);
    for (const number of numbers) {
      expect(number).toBeGreaterThanOrEqual(from);
      expect(number).toBeLessThanOrEqual(to);
    }
  });

  it('leaves no theme out and gives no code to two', () => {
    const codes = faultThemes.flatMap(({ faults }) => Object.keys(faults));
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(faultCatalogue).sort()).toEqual(codes.sort());
  });
});
