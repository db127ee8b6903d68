/**
 * Values of the real service that no source we have read gives: our guesses, in one place, free to change. The
 * scenario says so to its readers (`assumed` in scenarios/caf/service.yaml). Documented values stand with them.
 */
export const cafRules = {
  /** Assumed: a picture to recognise is asked after so many failures in a row (that one may be asked is documented). */
  captchaAfter: 3,
  /** Assumed: the account is locked after so many failures in a row. */
  lockAfter: 5,
  /** Assumed: and stays so, ms. */
  lockFor: 30 * 60_000,
  /** Documented: a code sent by mail is valid for 15 minutes. */
  codeFor: 15 * 60_000,
  /** Documented: it has 6 digits. */
  codeDigits: 6,
  /**
   * Assumed: the session ends after so long without a call. The page itself logs out after 15 idle minutes (`idle` in
   * service.yaml), with a warning; the server waits longer, or someone who types slowly would be thrown out unwarned.
   */
  sessionFor: 60 * 60_000,
  /** Assumed: identities refused in a row, while opening an account, before one is sent to the counter. */
  identityTries: 3,
  /** Assumed: the shape of the identifier for a time. Not 1, 2, 7 or 8 first: it is no number of social security. */
  identifierStart: 9,
  identifierDigits: 13,
  /** Assumed: the statement is due so long after the day of the run. */
  dueIn: 5 * 24 * 3_600_000,
  /** Assumed: and payments are interrupted so long after that. */
  interruptedAfter: 10 * 24 * 3_600_000,
  /** Assumed: formats and weight of a proof. */
  proofFormats: ['pdf', 'jpg', 'png'],
  proofMegabytes: 5,
  /** Assumed: somebody looks at the papers of a request so long after it. */
  papersSeenAfter: 21 * 24 * 3_600_000,
  /** Assumed: and waits so long for those that are asked again. */
  papersWithin: 30 * 24 * 3_600_000,
  /** Documented: a home of less than so many m² gives no right. */
  leastSurface: 9,
  /** Documented since March 2025: the quarter declared, in months from today's, oldest first. */
  quarter: [-4, -3, -2],
} as const;

/** Documented since March 2024: at least 10 characters, a digit, a capital, a small letter. */
export function isStrongPassword(password: string): boolean {
  return password.length >= 10 && /\d/.test(password) && /\p{Lu}/u.test(password) && /\p{Ll}/u.test(password);
}
