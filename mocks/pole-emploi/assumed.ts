const day = 24 * 3_600_000;

/**
 * Values of the real service: the documented ones, and our guesses where no source we have read gives any. The scenarios
 * say the guesses to their readers (`assumed` in scenarios/pole-emploi/service.yaml).
 */
export const poleEmploiRules = {
  /** Assumed: the account is locked after so many failures in a row (three to five, says a weak source). */
  lockAfter: 5,
  /** Assumed: and stays so, ms. */
  lockFor: 30 * 60_000,
  /** Assumed: digits of the code sent by mail, and how long it lives, ms. */
  codeDigits: 6,
  codeFor: 15 * 60_000,
  /** Assumed: the server ends a session after so long without a call, later than the page does. */
  sessionFor: 60 * 60_000,
  /** Assumed: the link that validates an address lives so long, ms. Documented: an identifier of 11 digits, since 2025. */
  linkFor: day,
  identifierDigits: 11,
  /** Documented (2025; 14 days before): a registration that is not finished is kept so long. */
  draftFor: 15 * day,
  /** Assumed: formats are those of the monthly update's proofs (documented there), the weight is a guess. */
  proofFormats: ['pdf', 'jpg', 'png'],
  proofMegabytes: 5,
  /** Assumed: on the day of the run, the warning was sent so long ago. */
  warnedAgo: 3 * day,
  /** Documented: observations are given within 10 calendar days, counted from the sending. */
  answerWithin: 10 * day,
  /** Documented: no more hours than that can be declared for a month. */
  monthlyHours: 420,
  /** Assumed: an hour paid less or more than that, in euros, is asked about again. */
  plausibleHour: [3, 100],
  /** Documented: the decision comes within 15 days after that. */
  decisionWithin: 15 * day,
} as const;

/** Documented: key = 97 minus the first 13 modulo 97; Corsica's 2A counts as 19, 2B as 18. */
export function hasRightKey(nir: string): boolean {
  if (!/^\d{5}(\d{2}|\d[AB])\d{8}$/.test(nir)) return false;
  const body = nir.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(body) % 97n) === Number(nir.slice(13));
}
