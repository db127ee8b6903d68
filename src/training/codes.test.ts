import { randomFillSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCode, readCode } from './codes.ts';

const drawn = () => newCode((bytes) => randomFillSync(bytes));

describe('newCode', () => {
  it('is eight characters that are not mistaken for one another', () => {
    for (let i = 0; i < 200; i++) expect(drawn()).toMatch(/^[^01258ABEILOQSUVZ\W]{4}-[^01258ABEILOQSUVZ\W]{4}$/);
  });

  it('favours no character', () => {
    const seen = new Map<string, number>();
    const codes = 5000;
    for (let i = 0; i < codes; i++)
      for (const letter of drawn().replace('-', '')) seen.set(letter, (seen.get(letter) ?? 0) + 1);
    expect(seen.size).toBe(20);
    // 2,000 expected of each; 250 is more than five standard deviations.
    for (const count of seen.values()) expect(Math.abs(count - (codes * 8) / 20)).toBeLessThan(250);
  });

  it('draws again rather than fold the highest bytes back', () => {
    let calls = 0;
    const code = newCode((bytes) => bytes.fill(calls++ === 0 ? 255 : 0));
    expect(code).toBe('CCCC-CCCC');
    expect(calls).toBe(2);
  });
});

describe('readCode', () => {
  it.each(['CDFG-HJKM', 'cdfghjkm', ' cdfg hjkm ', 'CDFG.HJKM', 'c d f g - h j k m'])('reads %j', (typed) => {
    expect(readCode(typed)).toBe('CDFG-HJKM');
  });

  it.each(['', 'CDFG', 'CDFG-HJKMN', 'CDFG-HJK0', 'bonjour', 'C'.repeat(100)])('refuses %j', (typed) => {
    expect(readCode(typed)).toBeNull();
  });

  it('reads back every code drawn, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readCode(typed);
        if (read !== null) expect(readCode(read)).toBe(read);
      }),
    );
    expect(readCode(drawn())).not.toBeNull();
  });
});
