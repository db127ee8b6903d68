import { describe, expect, it } from 'vitest';
import { forgetCard, type Joined, keepCard, learnerKey, readCard } from './index.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const joined: Joined = {
  learner: 'a'.repeat(32),
  token: 'b'.repeat(64),
  resume: 'CDFG-HJKM',
  nickname: 'Mésange',
  group: { name: 'Jeudi matin' },
  assignment: null,
};

describe('the learner’s card', () => {
  it('is kept and read back, without the personal code', () => {
    const storage = memory();
    expect(readCard(storage)).toBeNull();
    keepCard(storage, joined);
    expect(readCard(storage)).toEqual({
      learner: joined.learner,
      token: joined.token,
      nickname: 'Mésange',
      group: 'Jeudi matin',
      assignment: null,
    });
    expect(storage.kept.get(learnerKey)).not.toContain('CDFG');
  });

  it('is forgotten on a shared computer', () => {
    const storage = memory();
    keepCard(storage, joined);
    forgetCard(storage);
    expect(storage.kept.size).toBe(0);
  });

  it.each(['{', '[]', '"x"', '{"learner":1}'])('counts as none when damaged: %s', (text) => {
    const storage = memory();
    storage.setItem(learnerKey, text);
    expect(readCard(storage)).toBeNull();
  });
});
