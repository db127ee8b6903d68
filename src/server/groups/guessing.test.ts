import { expect, it } from 'vitest';
import { known, requests, wrongCodes } from './code-tries.ts';

/** The claims of training/codes.ts and docs/securite.md, by arithmetic from the limits that really hold. */
const codes = 20 ** 8;
const year = 365.25 * 24 * 60 * 60 * 1000;
const triesAYear = (year / wrongCodes.within) * wrongCodes.tries;

it('who tries codes night and day from one address meets one of a thousand groups in about sixteen years', () => {
  expect(codes / 1000 / triesAYear).toBeGreaterThan(16);
});

it('the code of one group, open for a year, is found once in sixteen thousand tries of that kind', () => {
  expect(triesAYear / codes).toBeLessThan(1 / 16_000);
});

it('a neighbour who tries all day finds one of the thirty-one codes of their own room once in thirty-eight thousand days', () => {
  const aDay = (known.within / requests.within) * requests.tries;
  expect((aDay * 31) / codes).toBeLessThan(1 / 38_000);
});
