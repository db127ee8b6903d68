import type { Persona } from '#engine';

const claimantOf = (persona: Persona) => persona.people.find((person) => person.role === 'claimant');

/** What the providers know of the person: read from the papers of the one who signs in, by glossary term. */
export function claimantText(persona: Persona, term: string): string | undefined {
  const claimant = claimantOf(persona)?.id;
  const found = persona.papers
    .filter((paper) => paper.person === claimant)
    .flatMap((paper) => Object.values(paper.items))
    .find((item) => item.term === term)?.value;
  return typeof found === 'string' ? found : undefined;
}

/** An entry as text: blanks in it and around it do not count. */
export const compact = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s/g, '') : '');

/** The first 13 characters of the social security number: Ameli asks them without the key. */
export const nir13Of = (persona: Persona): string =>
  (claimantText(persona, 'numero-de-securite-sociale') ?? '').slice(0, 13);

/** The civil status that a provider hands over, as the information page lists it. */
export function identityOf(persona: Persona): Readonly<Record<string, string>> {
  const person = claimantOf(persona);
  const usual = person?.lastName ?? '';
  return {
    firstName: person?.firstName ?? '',
    birthName: (claimantText(persona, 'nom-de-naissance-du-demandeur') ?? usual).toLocaleUpperCase('fr'),
    birthDate: (person?.birthDate ?? '').split('-').reverse().join('/'),
    email: persona.email,
  };
}
