import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Happening } from '#recording';
import LeaveQuestion from './LeaveQuestion.tsx';

function ask() {
  const given: Happening[] = [];
  const done = vi.fn();
  render(<LeaveQuestion screen="entree" record={(happening) => given.push(happening)} onDone={done} />);
  return { given, done, press: (name: string) => fireEvent.click(screen.getByRole('button', { name })) };
}

it('takes one tap, then asks the same opinion as those who succeed', () => {
  const { given, done, press } = ask();
  press('J’ai fini pour aujourd’hui');
  fireEvent.click(screen.getByRole('radio', { name: 'Très bien' }));
  press('Terminer');
  expect(given).toEqual([
    { type: 'RunLeft', screen: 'entree', reason: 'done-for-today' },
    { type: 'OpinionGiven', question: 'how-it-went', answer: 5 },
  ]);
  expect(done).toHaveBeenCalledOnce();
});

it('lets the learner pass', () => {
  const { given, done, press } = ask();
  press('Passer');
  expect(given).toEqual([{ type: 'RunLeft', screen: 'entree', reason: 'unsaid' }]);
  expect(done).toHaveBeenCalledOnce();
});
