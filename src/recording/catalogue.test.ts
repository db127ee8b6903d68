import { describe, expect, it } from 'vitest';
import { eventCatalogue } from './catalogue.ts';
import { deriveCatalogue } from './derive-catalogue.ts';

describe('the event catalogue', () => {
  it('says what the code says (if not: node src/recording/derive-catalogue.ts)', () => {
    expect(eventCatalogue).toEqual(deriveCatalogue());
  });

  it('has no place for words that a person typed', () => {
    const shapes = Object.values(eventCatalogue.events).flatMap((event) => Object.values(event));
    expect(shapes.length).toBeGreaterThan(40);
    for (const shape of shapes) expect(['id', 'one-of', 'some-of', 'count', 'boolean']).toContain(shape.is);
  });
});
