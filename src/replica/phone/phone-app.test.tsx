import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Scenario } from '#engine';
import Replica from '../desk/Replica.tsx';
import { loadPanes } from '../panes/index.ts';
import { goes, screen as screenOf, scenario as small } from '../testing/scenario.ts';
import { firstOf, sessionFor } from '../testing/session.ts';

// Otherwise the first test waits for the code of the panes.
beforeAll(async () => {
  await Promise.all([loadPanes(), import('../desk/Around.tsx')]);
});
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const scenario: Scenario = {
  ...small,
  start: 'attente',
  sites: {
    ailleurs: {
      masthead: { name: 'Un autre site', menu: [] },
      footer: [],
      tokens: { accent: '#010203' },
      density: 'dense',
    },
  },
  screens: {
    attente: screenOf(
      'attente',
      [{ kind: 'phone', app: 'Mon appli', lines: ['Est-ce bien {prénom} ?'], actions: ['accepter'] }],
      [goes('accepter', 'Oui, c’est moi', 'suite'), goes('annuler', 'Annuler', 'suite', { look: 'link' })],
    ),
    suite: screenOf('suite', [], [goes('finir', 'Finir', 'fini')], { site: 'ailleurs' }),
  },
};

async function open(onePane = false) {
  const { session } = sessionFor({ scenario, onePane: () => onePane });
  render(<Replica {...firstOf(scenario)} session={session} />);
  await waitFor(() => expect(session.state.status).toBe('running'));
  const site = () => within(screen.getByRole('region', { name: 'Le site (imité)' }));
  const phone = () => screen.findByRole('region', { name: 'Mon appli' });
  return { session, site, phone };
}

it('asks on the phone, not on the page, and answers for the page', async () => {
  const { session, site, phone } = await open();
  expect(site().queryByRole('button', { name: 'Oui, c’est moi' })).toBeNull();
  expect(site().getByRole('button', { name: 'Annuler' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /Téléphone.*1 message non lu/ })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /Téléphone/ }));
  expect(within(await phone()).getByText('Est-ce bien Amina ?')).toBeTruthy();
  await userEvent.click(within(await phone()).getByRole('button', { name: 'Oui, c’est moi' }));
  await waitFor(() => expect(session.state.shown?.screen?.id).toBe('suite'));
  expect(screen.queryByRole('region', { name: 'Mon appli' })).toBeNull();
});

it('is where the coach points at its button, and on a small screen gives the site back', async () => {
  const { session, phone } = await open(true);
  act(() => session.desk.point({ kind: 'action', id: 'accepter' }));
  expect(session.state.pane).toBe('phone');
  const button = within(await phone()).getByRole('button', { name: 'Oui, c’est moi' });
  expect(button.dataset['pointed']).toBe('true');
  await userEvent.click(button);
  await waitFor(() => expect(session.state.pane).toBe('site'));
});

it('a page of another site has its masthead and its colours', async () => {
  const { session, site } = await open();
  expect(site().getByText('Service public imité')).toBeTruthy();
  await act(async () => session.press('accepter'));
  await waitFor(() => expect(site().getByText('Un autre site')).toBeTruthy());
  expect(site().queryByText('Mes droits')).toBeNull();
  const window = screen.getByRole('region', { name: 'Le site (imité)' });
  expect(window.style.getPropertyValue('--their-accent')).toBe('#010203');
});
