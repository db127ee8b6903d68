import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { headScript, headScriptHash } from './head-script.ts';

const root = document.documentElement;
// The script as the page runs it: by its text, in the global scope.
const run = () => new Function(headScript)();

beforeEach(() => {
  localStorage.clear();
  delete root.dataset['theme'];
  delete root.dataset['font'];
  Object.assign(window, { matchMedia: () => ({ matches: false }) });
});

it('restores the theme that was chosen, and nothing else that could stand there', () => {
  localStorage.setItem('replique.theme', 'dark');
  run();
  expect(root.dataset['theme']).toBe('dark');
  delete root.dataset['theme'];
  localStorage.setItem('replique.theme', '"><script>');
  run();
  expect(root.dataset['theme']).toBeUndefined();
});

it('turns the colours over, back, and remembers', () => {
  document.body.innerHTML = '<button data-theme-switch><span>Changer</span></button>';
  const seen: (string | undefined)[] = [];
  const listeners: EventListener[] = [];
  const listen = (kind: string, listener: EventListener) => kind === 'click' && listeners.push(listener);
  new Function('addEventListener', headScript)(listen);
  for (let press = 0; press < 2; press += 1) {
    for (const listener of listeners) listener({ target: document.querySelector('span') } as unknown as Event);
    seen.push(root.dataset['theme']);
  }
  expect(seen).toEqual(['dark', 'light']);
  expect(localStorage.getItem('replique.theme')).toBe('light');
});

it('is allowed by the policy through its own hash', () => {
  expect(headScriptHash).toBe(`sha256-${createHash('sha256').update(headScript).digest('base64')}`);
});
