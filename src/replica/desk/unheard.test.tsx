import { globSync, readFileSync } from 'node:fs';
import { act } from '@testing-library/react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { spareRoot } from './unheard.ts';

it('leaves React deaf to what no component hears, and to nothing else', () => {
  const root = document.body.appendChild(document.createElement('div'));
  const listens = vi.spyOn(EventTarget.prototype, 'addEventListener');
  spareRoot(root);
  const heard = vi.fn();
  act(() => createRoot(root).render(<button type="button" onClick={heard} onPointerDown={heard} onFocus={heard} />));
  const kinds = listens.mock.calls.filter((_, at) => listens.mock.contexts[at] === root).map(([kind]) => kind);
  expect(kinds).toEqual(
    expect.arrayContaining(['click', 'change', 'input', 'keydown', 'focusin', 'focusout', 'submit']),
  );
  expect(
    kinds.filter((kind) => /pointer|touch|drag|mouse(?!down)|key(?!down)|composition|textInput/.test(kind)),
  ).toEqual([]);
  const button = root.querySelector('button');
  act(() => button?.dispatchEvent(new Event('pointerdown', { bubbles: true })));
  expect(heard).not.toHaveBeenCalled();
  act(() => button?.click());
  expect(heard).toHaveBeenCalledOnce();
});

it('no component of the desk or the coach hears one of those kinds', () => {
  const deaf =
    /\bon(?:Drag\w*|Drop|BeforeInput|Composition\w+|Key(?!Down)\w+|(?:Got|Lost)?Pointer\w+|Mouse(?!Down)\w+|Touch\w+|Scroll\w*|Wheel)(?:Capture)?=\{/g;
  const sources = globSync('src/{replica,coach,components}/**/*.tsx').filter((path) => !path.includes('.test.'));
  expect(sources.length).toBeGreaterThan(50);
  expect(
    sources.flatMap(
      (path) =>
        readFileSync(path, 'utf8')
          .match(deaf)
          ?.map((found) => `${path}: ${found}`) ?? [],
    ),
  ).toEqual([]);
});
