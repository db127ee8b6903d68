import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { goes, scenario as small } from '../testing/scenario.ts';
import { firstOf, sessionFor } from '../testing/session.ts';
import Replica from './Replica.tsx';

// What the coach says of the run is tested with the coach; here it would be asked of a scenario too small for it.
vi.mock('#coach', async (actual) => ({ ...(await actual<object>()), Debrief: () => null }));

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

it('tells, once a run has ended, the code by which it can be copied or erased', async () => {
  // jsdom draws nothing: what asks for sizes gets the simplest answers.
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const { depart } = small.screens;
  const ends = { ...depart, actions: [goes('finir', 'Finir', 'fini', { validates: false })] };
  const scenario = { ...small, screens: { ...small.screens, depart: ends } } as typeof small;
  const { session } = sessionFor({ scenario });
  render(<Replica {...firstOf(scenario)} session={session} />);
  await waitFor(() => expect(session.state.status).toBe('running'));
  await userEvent.click(await screen.findByRole('button', { name: 'Finir' }));
  const told = await screen.findByText('Le code de cet essai');
  const { run } = session.state.events[0] ?? { run: '' };
  expect(run).not.toBe('');
  const box = within(told.closest('details') as HTMLElement);
  const written = box.getByText((text) => text.replaceAll(' ', '') === run);
  expect(written.textContent).toMatch(/^.{4} .{4}/);
  expect(box.getByText(/une copie de ce que le site a gardé/)).toBeTruthy();
});
