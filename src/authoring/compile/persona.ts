import type { PersonaSource } from '#engine';
import type { PersonaYaml } from '../schema/index.ts';
import { tiedTexts } from './display.ts';
import { keptValue } from './values.ts';

/** A persona as the engine resolves it: euros become cents, absent lists empty ones. */
export function compilePersona(source: PersonaYaml): PersonaSource {
  const known = compiled.get(source) ?? personaFrom(source);
  compiled.set(source, known);
  return known;
}

// Every check of every screen asks for the personas.
const compiled = new WeakMap<PersonaYaml, PersonaSource>();

function personaFrom(source: PersonaYaml): PersonaSource {
  const papers = source.papers.map((paper) => ({
    ...paper,
    items: Object.fromEntries(
      Object.entries(paper.items).map(([id, item]) => [
        id,
        { ...item, value: keptValue(item.kind, item.value ?? null) },
      ]),
    ),
    series:
      paper.series &&
      Object.fromEntries(
        Object.entries(paper.series).map(([month, values]) => [
          month,
          Object.fromEntries(
            Object.entries(values).map(([item, value]) => [item, keptValue(paper.items[item]?.kind ?? 'text', value)]),
          ),
        ]),
      ),
  }));
  const { traits = {}, documents = [], mailbox = [] } = source;
  return tiedTexts(JSON.parse(JSON.stringify({ ...source, traits, documents, mailbox, papers })) as PersonaSource);
}
