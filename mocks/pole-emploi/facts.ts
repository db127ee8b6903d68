import { type Persona, showValue } from '#engine';

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
