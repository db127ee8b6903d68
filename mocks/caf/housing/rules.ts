import { monthFrom, showMonth } from '#engine';

/** What the Caf asks for with a request for housing benefit, and what it has of it; "doubtful" is found out weeks later. */
export interface HousingPapers {
  lease: PaperClass;
  bankDetails: PaperClass;
  certificate: PaperClass;
}

type PaperClass = 'none' | 'right' | 'doubtful';

/** Each paper, as it is named to the person, and the glossary term by which the right one is known. */
export const askedPapers: Readonly<Record<keyof HousingPapers, { readonly term: string; readonly name: string }>> = {
  lease: { term: 'bail-signe', name: 'bail' },
  bankDetails: { term: 'iban', name: 'RIB' },
  certificate: { term: 'attestation-de-loyer', name: 'attestation de loyer signée par le bailleur' },
};

/** The papers of these classes, in words: « bail, RIB ». */
export function namesOf(papers: HousingPapers, classes: readonly PaperClass[]): string {
  return (Object.keys(askedPapers) as (keyof HousingPapers)[])
    .filter((paper) => classes.includes(papers[paper]))
    .map((paper) => askedPapers[paper].name)
    .join(', ');
}

/**
 * Documented: the right begins the month after both the entry and the request, nothing is paid for the past, and the
 * money comes the month after (September, right in October, money in November).
 */
export function monthsOf(
  movedIn: string,
  sentOn: string,
): { readonly from: string; readonly paid: string; readonly lost: string } {
  const [year = 0, month = 1] = movedIn.split('-').map(Number);
  const [sentYear = 0, sentMonth = 1] = sentOn.split('-').map(Number);
  const late = Math.max(0, (sentYear - year) * 12 + sentMonth - month);
  const base = late > 0 ? sentOn : movedIn;
  const lost = Array.from({ length: late }, (_, index) => monthAfter(movedIn, index + 1));
  return { from: monthAfter(base, 1), paid: monthAfter(base, 2), lost: lost.join(', ') };
}

const monthAfter = (day: string, months: number): string => showMonth(monthFrom(day, months));
