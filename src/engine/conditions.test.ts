import { describe, expect, it } from 'vitest';
import { factsRead, holds } from './conditions.ts';

const facts = { situation: 'couple', ressources: ['salaires', 'chomage'], accord: 'oui' };

describe('a condition', () => {
  it.each([
    [undefined, true],
    [{ situation: 'couple' }, true],
    [{ situation: ['seul', 'couple'] }, true],
    [{ ressources: 'chomage' }, true],
    [{ accord: true }, true],
    [{ accord: false }, false],
    [{ situation: 'couple', accord: false }, false],
    [{ not: { situation: 'couple' } }, false],
    [{ any: [{ situation: 'seul' }, { ressources: ['salaires'] }] }, true],
    [{ all: [{ situation: 'couple' }, { absente: 'x' }] }, false],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });

  it('says which facts it reads', () => {
    expect([...factsRead({ all: [{ a: 'x' }, { not: { b: true } }] })]).toEqual([
      ['a', ['x']],
      ['b', ['oui', 'non']],
    ]);
  });
});
