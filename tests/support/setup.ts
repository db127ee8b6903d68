import { afterEach, beforeEach, expect, vi } from 'vitest';

/** An unexpected word on the console fails the test that caused it. Expected ones: `expectConsole`. */
const heard: string[] = [];
let expected: RegExp[] = [];

beforeEach(() => {
  heard.length = 0;
  expected = [];
  for (const way of ['error', 'warn'] as const) {
    vi.spyOn(console, way).mockImplementation((...words: unknown[]) => {
      const sentence = words.map(String).join(' ');
      if (!expected.some((pattern) => pattern.test(sentence))) heard.push(`console.${way}: ${sentence}`);
    });
  }
});

afterEach(async () => {
  if (typeof document !== 'undefined') (await import('@testing-library/react')).cleanup();
  const words = [...heard];
  vi.restoreAllMocks();
  expect(words, 'unexpected words on the console').toEqual([]);
});

/** Says that this test causes such a word on the console. */
export function expectConsole(pattern: RegExp): void {
  expected.push(pattern);
}
