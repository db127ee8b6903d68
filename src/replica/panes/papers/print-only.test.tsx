import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { printOnly } from './print-only.ts';

it('marks the part and the way to it while printing, and nothing after', () => {
  render(
    <main>
      <p>Le bureau</p>
      <section>
        <div data-testid="paper">Le papier</div>
        <p>Un bouton</p>
      </section>
    </main>,
  );
  const marks = () =>
    [...document.querySelectorAll<HTMLElement>('[data-print]')].map((e) => [e.localName, e.dataset['print']]);
  let during: unknown;
  printOnly(screen.getByTestId('paper'), () => {
    during = marks();
  });
  expect(during).toEqual([
    ['body', 'way'],
    ['div', 'way'],
    ['main', 'way'],
    ['section', 'way'],
    ['div', 'this'],
  ]);
  window.dispatchEvent(new Event('afterprint'));
  expect(marks()).toEqual([]);
});
