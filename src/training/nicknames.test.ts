import { describe, expect, it } from 'vitest';
import { freeNicknames, nicknames } from './nicknames.ts';

describe('nicknames', () => {
  it('are many, distinct, and short enough for a board', () => {
    expect(nicknames.length).toBeGreaterThanOrEqual(60);
    expect(new Set(nicknames).size).toBe(nicknames.length);
    for (const name of nicknames) expect(name).toMatch(/^\p{Lu}[\p{Ll}-]{2,14}$/u);
  });

  it('leave out those taken', () => {
    expect(freeNicknames(['Abeille', 'Acacia'])[0]).toBe('Agate');
    expect(freeNicknames(nicknames)).toEqual([]);
  });
});
