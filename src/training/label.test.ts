import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLabel, longestLabel } from './label.ts';

describe('cleanLabel', () => {
  it.each([
    ['  Jeudi   matin ', 'Jeudi matin'],
    ['Jeudi\n\tmatin', 'Jeudi matin'],
    ['Jeudi\u202ematin\u2066', 'Jeudimatin'],
    ['a\u0000b\u0007c\u200b', 'abc'],
    ['Mése\u0301', 'Mésé'],
    ['z\u0300\u0301\u0302\u0303\u0304', 'z\u0300\u0301'],
    ['<script>', '<script>'],
  ])('makes %j into %j', (typed, clean) => {
    expect(cleanLabel(typed)).toBe(clean);
  });

  it('is null when nothing is left', () => {
    expect(cleanLabel(' \u200d\u202e\n')).toBeNull();
  });

  it('is short, visible and stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const clean = cleanLabel(typed);
        if (clean === null) return;
        expect([...clean].length).toBeLessThanOrEqual(longestLabel);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(cleanLabel(clean)).toBe(clean);
      }),
      { numRuns: 50 },
    );
  });
});
