import type { Persona } from '#engine';

/** What the agency knows of the person, read from the papers of the one who signs in, by glossary term. */
export function claimantText(persona: Persona, term: string): string | undefined {
  const claimant = persona.people.find((person) => person.role === 'claimant')?.id;
  const found = persona.papers
    .filter((paper) => paper.person === claimant)
    .flatMap((paper) => Object.values(paper.items))
    .find((item) => item.term === term)?.value;
  return typeof found === 'string' ? found : undefined;
}

/** An entry as text: blanks around it do not count. */
export const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
