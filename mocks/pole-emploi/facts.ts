import { type Persona, showValue } from '#engine';
import { poleEmploiRules } from './assumed.ts';

/** What the service would know of the household: read from the persona's papers, found by glossary term. */
export function writtenFor(persona: Persona, term: string): string | undefined {
  const claimant = persona.people.find((person) => person.role === 'claimant')?.id;
  const value = persona.papers
    .filter((paper) => paper.person === claimant)
    .flatMap((paper) => Object.values(paper.items))
    .find((item) => item.term === term)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** How the service files an uploaded document: refused at once, taken and good, or taken and found wanting later. */
export function classOfFile(
  persona: Persona,
  id: string,
  term: string,
  /** Of a monthly paper, the only month that does. */
  month?: number,
): 'none' | 'wrongFormat' | 'tooHeavy' | 'right' | 'doubtful' {
  const file = persona.documents.find((document) => document.id === id);
  if (!file) return 'none';
  if (!(poleEmploiRules.proofFormats as readonly string[]).includes(file.format)) return 'wrongFormat';
  if (file.megabytes > poleEmploiRules.proofMegabytes) return 'tooHeavy';
  const paper = persona.papers.find((candidate) => candidate.id === file.paper);
  const shows = Object.values(paper?.items ?? {}).some((item) => item.term === term);
  return shows && paper?.month === month && file.quality === 'sharp' ? 'right' : 'doubtful';
}

/**
 * What an employer has declared of last month: the hours, and the pay without the paid holidays, which were forgotten.
 * Blank for somebody of whom no employer has said anything.
 */
export function knownActivity(persona: Persona): Readonly<Record<'employer' | 'hours' | 'gross', string>> {
  const paper = persona.papers.find(
    ({ month, items }) => month === -1 && Object.values(items).some(({ term }) => term === 'salaire-de-base'),
  );
  const item = (term: string) => Object.values(paper?.items ?? {}).find((each) => each.term === term);
  const shown = (term: string) => showValue(item(term)?.kind ?? 'text', item(term)?.value);
  return { employer: paper?.issuer ?? '', hours: shown('heures-payees'), gross: shown('salaire-de-base') };
}
