import type { Persona } from '#engine';

/** What a service would know of a person: read from the persona's papers, found by glossary term. */

export const claimantOf = (persona: Persona) => persona.people.find((person) => person.role === 'claimant');

/** All that the papers of the person who signs in bear under this term, in their order. */
export function claimantTexts(persona: Persona, term: string): readonly string[] {
  const claimant = claimantOf(persona)?.id;
  return persona.papers
    .filter((paper) => paper.person === claimant)
    .flatMap((paper) => Object.values(paper.items))
    .flatMap(({ term: own, value }) => (own === term && typeof value === 'string' ? [value] : []));
}

/** The first of them. */
export const claimantText = (persona: Persona, term: string): string | undefined => claimantTexts(persona, term)[0];

/** How a service files an uploaded document: refused at once, taken and good, or taken and found wanting later. */
export function classOfFile(
  persona: Persona,
  id: string,
  term: string,
  rules: { readonly proofFormats: readonly string[]; readonly proofMegabytes: number },
  /** Of a monthly paper, the only month that does. */
  month?: number,
): 'none' | 'wrongFormat' | 'tooHeavy' | 'right' | 'doubtful' {
  const file = persona.documents.find((document) => document.id === id);
  if (!file) return 'none';
  if (!rules.proofFormats.includes(file.format)) return 'wrongFormat';
  if (file.megabytes > rules.proofMegabytes) return 'tooHeavy';
  const paper = persona.papers.find((candidate) => candidate.id === file.paper);
  const shows = Object.values(paper?.items ?? {}).some((item) => item.term === term);
  const isOfMonth = month === undefined || paper?.month === month;
  return shows && isOfMonth && file.quality === 'sharp' ? 'right' : 'doubtful';
}
