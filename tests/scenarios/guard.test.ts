import { describe, expect, test } from 'vitest';
import { compileCatalogue } from '#authoring';
import { resolvePersona } from '#engine';
import { contracts } from '#mocks';
import { looksReal } from '../../src/replica/session/entries/guard.ts';

/** The guard on real identifiers never stands in the way of an exercise. */
const today = '2026-11-21';
const catalogue = compileCatalogue('scenarios', { contracts, today });
const personas = Object.values(catalogue.personas).map((source) => resolvePersona(source, today));

describe('what is made to be typed', () => {
  test.each(personas)('$id: every value of the papers passes, even where the papers are not known', (persona) => {
    const values = persona.papers.flatMap(({ items }) =>
      Object.values(items).flatMap(({ value, shown }) => [value, shown]),
    );
    const texts = values.filter((each) => typeof each === 'string' && !each.includes('@'));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => looksReal(String(text)) !== null)).toEqual([]);
  });

  test.each(Object.entries(catalogue.about))('%s: what the examples type passes', (id, { examples }) => {
    const ids = catalogue.scenarios[id]?.personas ?? [];
    const own = personas.filter((persona) => ids.includes(persona.id)).flatMap(({ email, phone }) => [email, phone]);
    expect(stringsIn(examples).filter((text) => looksReal(text, { own }) !== null)).toEqual([]);
  });
});

function stringsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(stringsIn) : [];
}
