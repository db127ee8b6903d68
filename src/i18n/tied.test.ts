import { expect, it } from 'vitest';
import { tied } from './tied.ts';

it('ties signs to their words through a whole dictionary', () => {
  const words = tied({
    ask: 'Prêt ?',
    list: ['Oui : « bien »'],
    greet: (name: string) => `Bonjour ${name} !`,
    count: 3,
  });
  expect(words.ask).toBe('Prêt\u00a0?');
  expect(words.list).toEqual(['Oui\u00a0: «\u00a0bien\u00a0»']);
  expect(words.greet('Amina')).toBe('Bonjour Amina\u00a0!');
  expect(words.count).toBe(3);
});

it('leaves times, addresses and other text alone', () => {
  expect(tied('14:30, https://exemple.fr/?a=b')).toBe('14:30, https://exemple.fr/?a=b');
});
