/**
 * Values of the real service that no source we have read gives: our guesses, in one place, free to change. The scenario
 * says so to its readers (`assumed` in scenarios/franceconnect/service.yaml).
 */
export const franceConnectRules = {
  /** Assumed: the page is lost after so long without a call, ms. */
  sessionFor: 30 * 60_000,
  /** Assumed: a provider locks an account after so many failures in a row. */
  lockAfter: 5,
  /** Assumed: and for so long, ms. */
  lockFor: 30 * 60_000,
  /** Assumed: a code sent by mail works for so long, ms. */
  codeFor: 15 * 60_000,
  /** Documented: the tax office's code has 6 digits. */
  codeDigits: 6,
  /** Assumed: a request on the phone can be answered for so long, ms. */
  approveFor: 5 * 60_000,
  /** Assumed: a connection is unusual when it is the first of this device, as in every exercise. */
  firstIsUnusual: true,
  /** Assumed: length of the « code d'identification » of the mail. */
  loginCodeDigits: 8,
} as const;
