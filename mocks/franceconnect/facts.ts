import type { Persona } from '#engine';
import { claimantOf, claimantText } from '../papers.ts';

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
