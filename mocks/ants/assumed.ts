/**
 * Values of the real service that no source we have read gives, or on which sources disagree: our guesses, in one
 * place, free to change. The scenario says so to its readers (`assumed` in scenarios/ants/service.yaml).
 */
export const antsRules = {
  /** Assumed: the account is locked after so many failures in a row. */
  lockAfter: 5,
  /** Assumed: and stays so, ms. */
  lockFor: 30 * 60_000,
  /** Assumed: a link sent by mail (activation, new password) works for so long. */
  linkFor: 24 * 3_600_000,
  /** Assumed: the session ends after so long without a call; the page itself warns before (`idle` in service.yaml). */
  sessionFor: 60 * 60_000,
  /** Sources disagree (6 months, 12 months): a pre-application can be used for so long. */
  requestFor: 365 * 24 * 3_600_000,
  /** Documented: a pre-application's number has 10 letters and digits. Ours all begin with DEMO. */
  numberShape: /^[A-Z0-9]{10}$/,
  /** Documented: a stamp sent by SMS has 16 digits. Ours all begin with 99. */
  stampShape: /^99\d{14}$/,
  /** Documented: appointments are searched three months ahead at most; in days, assumed. */
  searchUpTo: 92 * 24 * 3_600_000,
  /** Documented: a sale is declared within so long of its signing, ms. Assumed: later, it is taken all the same. */
  declareWithin: 15 * 24 * 3_600_000,
  /** Sources disagree (5 digits, 5 characters): the code given to the buyer has so many digits here. */
  cessionCodeLength: 5,
  /** Assumed: heights that the form takes, centimetres. */
  heights: [40, 250],
  /** Documented: the code of a photo for the licence has 22 letters and digits. Ours all begin with DEMO. */
  photoShape: /^[A-Z0-9]{22}$/,
  /** Assumed: the number of a stamp that pays fines. Ours all begin with 98. */
  fineStampShape: /^98\d{14}$/,
  /** Documented for registrations (with BMP and TIFF), assumed for the licence: formats of the papers sent. */
  fileFormats: ['pdf', 'jpg', 'png'],
  /** Assumed (a commercial site says so): the heaviest file, MB. */
  fileMegabytes: 4,
} as const;

/** Assumed: 12 characters at least, with a capital, a digit and a special character. */
export function isStrongPassword(password: string): boolean {
  return password.length >= 12 && /\p{Lu}/u.test(password) && /\d/.test(password) && /[^\p{L}\d\s]/u.test(password);
}
