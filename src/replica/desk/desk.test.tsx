import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { goes, scenario as small } from '../testing/scenario.ts';
import { firstOf, type Given, handClock, sessionFor } from '../testing/session.ts';
import Replica from './Replica.tsx';

beforeEach(() => {
  // jsdom draws nothing: what asks for sizes gets the simplest answers.
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(() => {
  cleanup(); // what is drawn beside the page is taken away by those who drew it
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

async function openDesk(given: Given = {}) {
  const made = sessionFor(given);
  render(<Replica {...firstOf(given.scenario)} session={made.session} />);
  await waitFor(() => expect(made.session.state.status).toBe('running'));
  const site = () => within(screen.getByRole('region', { name: 'Le site (imité)' }));
  return { ...made, site };
}

/** jsdom has no dialogs that open. */
function drawDialogs(): void {
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
}

const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe('the page before and after hydration', () => {
  it('is the first screen as HTML, and what was typed before any script is kept and given to the run', async () => {
    const { session } = sessionFor();
    const first = firstOf();
    const page = document.createElement('div');
    document.body.append(page);
    page.innerHTML = renderToString(<Replica {...first} session={session} />);
    const nir = page.querySelector<HTMLInputElement>('#champ-nir');
    const yes = page.querySelector<HTMLInputElement>('input[value=oui]');
    if (!nir || !yes) throw new Error('The first screen has no fields.');
    nir.value = '2880799000123';
    yes.checked = true;
    const root = await act(async () => hydrateRoot(page, <Replica {...first} session={session} />));
    await waitFor(() => expect(session.state.run?.view.entries).toEqual({ nir: '2880799000123', 'oui-non': 'oui' }));
    expect(page.querySelector('#champ-nir')).toBe(nir);
    expect(nir.value).toBe('2880799000123');
    await act(async () => root.unmount());
  });

  it('refuses a real identifier that was typed before hydration', async () => {
    const { session } = sessionFor();
    const page = document.createElement('div');
    document.body.append(page);
    page.innerHTML = renderToString(<Replica {...firstOf()} session={session} />);
    const nir = page.querySelector<HTMLInputElement>('#champ-nir');
    if (!nir) throw new Error('No field.');
    nir.value = '255081416802538';
    const root = await act(async () => hydrateRoot(page, <Replica {...firstOf()} session={session} />));
    await waitFor(() => expect(session.state.refused).toEqual({ field: 'nir', looksLike: 'nir' }));
    expect(nir.value).toBe('');
    await act(async () => root.unmount());
  });
});

describe('a refused sending', () => {
  it('lists the errors, takes the focus there, and leads to each field', async () => {
    const { site } = await openDesk();
    await userEvent.click(site().getByRole('button', { name: 'Continuer' }));
    const summary = site().getByRole('alert', { name: 'Il reste 2 choses à corriger' });
    expect(document.activeElement).toBe(summary);
    await userEvent.click(within(summary).getByRole('button', { name: /Numéro de sécurité sociale/ }));
    expect(document.activeElement).toBe(site().getByLabelText('Numéro de sécurité sociale'));
    await userEvent.keyboard('2880799000123');
    expect(site().queryByRole('alert', { name: /2 choses/ })).toBeNull();
    expect(document.activeElement).toBe(site().getByLabelText('Numéro de sécurité sociale'));
  });
});

describe('the menu of the drawn site', () => {
  it('does what an action of the screen by the same name does, and leads nowhere otherwise', async () => {
    const { depart } = small.screens;
    if (!depart) throw new Error('The small scenario has changed.');
    const ways = [
      goes('droits', 'Mes droits', 'tout', { validates: false }),
      goes('compte', 'Mon compte', 'tout', { validates: false }),
    ];
    const scenario = { ...small, screens: { ...small.screens, depart: { ...depart, area: 'public', actions: ways } } };
    const { site, session } = await openDesk({ scenario: scenario as typeof small });
    const menu = () => within(site().getByRole('navigation', { name: /menu/i }));
    await userEvent.click(menu().getByRole('button', { name: 'Aide' }));
    expect(session.state.run?.view.screen?.id).toBe('depart');
    await userEvent.click(menu().getByRole('button', { name: 'Mes droits' }));
    await waitFor(() => expect(session.state.run?.view.screen?.id).toBe('tout'));
    expect(site().getByText('Mon compte').tagName).toBe('P');
  });
});

describe('by keyboard', () => {
  it('goes from the first field to the next screen with Tab, letters and Enter, and lands on its title', async () => {
    const { site, session } = await openDesk();
    site().getByLabelText('Numéro de sécurité sociale').focus();
    await userEvent.keyboard('2880799000123{Tab}secret{Enter}');
    await waitFor(() => expect(session.state.run?.view.screen?.id).toBe('tout'));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Titre tout'));
  });
});

describe('going back and reloading', () => {
  const arrive = async () => {
    const desk = await openDesk();
    await userEvent.type(desk.site().getByLabelText('Numéro de sécurité sociale'), '2880799000123');
    await userEvent.type(desk.site().getByLabelText('Mot de passe'), 'x');
    await userEvent.click(desk.site().getByRole('button', { name: 'Continuer' }));
    await waitFor(() => expect(desk.session.state.run?.view.screen?.id).toBe('tout'));
    return desk;
  };

  it('gives the drawn back button, and the browser’s, to the run; entries come back', async () => {
    const { site, session } = await arrive();
    await userEvent.click(site().getByRole('button', { name: 'Page précédente' }));
    await waitFor(() =>
      expect(site().getByLabelText<HTMLInputElement>('Numéro de sécurité sociale').value).toBe('2880799000123'),
    );
    // But a password, which no site hands back.
    expect(site().getByLabelText<HTMLInputElement>('Mot de passe').value).toBe('');
    await userEvent.type(site().getByLabelText('Mot de passe'), 'x');
    await userEvent.click(site().getByRole('button', { name: 'Continuer' }));
    await waitFor(() => expect(session.state.run?.view.screen?.id).toBe('tout'));
    fireEvent.popState(window);
    await waitFor(() => expect(session.state.run?.view.screen?.id).toBe('depart'));
  });

  it('shows in the summary what was entered on another screen', async () => {
    const { site } = await arrive();
    expect(site().getByText('2 88 07 99 000 123')).toBeTruthy();
    await userEvent.click(site().getByRole('button', { name: 'Modifier\u00a0: Numéro' }));
    await waitFor(() => expect(site().getByRole('heading', { level: 1 }).textContent).toBe('Titre depart'));
  });

  it('empties what was not sent when the drawn page is reloaded', async () => {
    const { site } = await arrive();
    await userEvent.type(site().getByLabelText('Nom'), 'Exemple');
    await userEvent.click(site().getByRole('button', { name: 'Recharger la page' }));
    expect(site().getByLabelText<HTMLInputElement>('Nom').value).toBe('');
    expect(site().getByText(/effacé, comme sur le vrai site/)).toBeTruthy();
  });
});

describe('what does nothing', () => {
  it('says so kindly, and counts it', async () => {
    const { site, events } = await openDesk();
    await userEvent.click(site().getAllByRole('button', { name: 'Mentions légales' })[0] as HTMLElement);
    expect(screen.getByText('Ce lien ne mène nulle part.')).toBeTruthy();
    await userEvent.click(site().getByRole('heading', { level: 1 }));
    await userEvent.click(site().getByRole('button', { name: 'Contact' }));
    expect(events.filter(({ type }) => type === 'InertClicked')).toMatchObject([
      { target: 'disabled' },
      { target: 'text' },
      { target: 'menu' },
    ]);
  });
});

describe('pointing', () => {
  it('draws around a field and an action, in place', async () => {
    const { session } = await openDesk();
    act(() => session.desk.point({ kind: 'field', id: 'secret' }));
    expect(document.querySelector('[data-pointed]')?.getAttribute('data-field')).toBe('secret');
    act(() => session.desk.point({ kind: 'action', id: 'continuer' }));
    expect(document.querySelector('[data-pointed]')?.getAttribute('data-action')).toBe('continuer');
    act(() => session.desk.point(null));
    expect(document.querySelector('[data-pointed]')).toBeNull();
  });
});

describe('the desk', () => {
  it('opens panes and records it', async () => {
    const { events } = await openDesk();
    await userEvent.click(screen.getByRole('button', { name: /Papiers/ }));
    expect(events.at(-1)).toMatchObject({ type: 'PaneOpened', pane: 'papers' });
    await userEvent.click(screen.getByRole('button', { name: 'J’ai besoin d’aide' }));
    expect(events.at(-1)).toMatchObject({ type: 'PaneOpened', pane: 'coach' });
  });

  it('offers to raise a hand in a group only', async () => {
    await openDesk();
    expect(screen.queryByRole('button', { name: 'Lever la main' })).toBeNull();
    document.body.replaceChildren();
    const { events } = await openDesk({ inGroup: () => true });
    await userEvent.click(screen.getByRole('button', { name: 'Lever la main' }));
    expect(types(events)).toContain('HandRaised');
    expect(screen.getByRole('button', { name: 'Baisser la main' })).toBeTruthy();
  });

  it('tells the page of another tab where the exercise is', async () => {
    const { session } = sessionFor({ keeps: { ...sessionFor().keeps, lease: async (_s, _t, _u, force) => force } });
    vi.stubGlobal('BroadcastChannel', undefined);
    render(<Replica {...firstOf()} session={session} />);
    expect(
      await screen.findByRole('heading', { name: 'Cet exercice est déjà ouvert dans un autre onglet' }),
    ).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Continuer ici' }));
    await waitFor(() => expect(session.state.status).toBe('running'));
  });

  it('says that the site is waited for once it lasts, and marks it busy at once', async () => {
    const { session, site } = await openDesk();
    const { shown } = session.state;
    if (!shown) throw new Error('Nothing is shown.');
    vi.useFakeTimers();
    try {
      act(() => session.set({ shown: { ...shown, phase: 'calling', pending: 'continuer' } }));
      expect(document.querySelector('[data-busy=true]')).not.toBeNull();
      expect(site().queryByText(/^Le site répond/)).toBeNull();
      act(() => vi.advanceTimersByTime(150));
      expect(site().getByText(/^Le site répond/)).toBeTruthy();
      act(() => session.set({ shown }));
      expect(site().queryByText(/^Le site répond/)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('says on leaving what the device will forget, and has a way out that the layout’s offer can press', async () => {
    drawDialogs();
    await openDesk();
    localStorage.setItem(
      'replique.learner',
      JSON.stringify({ learner: 'a', token: 'b', nickname: 'Tulipe', group: 'Jeudi matin', assignment: null }),
    );
    act(() => document.querySelector<HTMLElement>('[data-ready="true"] [data-leave]')?.click());
    const dialog = await screen.findByRole('dialog', { name: 'Effacer et partir\u00a0?' });
    expect(dialog.textContent).toContain('Tulipe');
    expect(dialog.textContent).toContain('code personnel');
    localStorage.clear();
  });

  it('warns before the idle log-out', async () => {
    drawDialogs();
    const clock = handClock();
    const { session, site } = await openDesk({ clock: clock.now });
    await userEvent.type(site().getByLabelText('Numéro de sécurité sociale'), '2880799000123');
    await userEvent.type(site().getByLabelText('Mot de passe'), 'x{Enter}');
    await waitFor(() => expect(session.state.run?.view.screen?.id).toBe('tout'));
    clock.pass(14 * 60_000 + 20_000);
    act(() => session.idle.look());
    const dialog = await screen.findByRole('dialog', { name: 'Vous êtes toujours là\u00a0?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Je suis là, continuer' }));
    expect(session.state.idleLeft).toBeNull();
  });

  it('is paused from its settings, and taken up from the dialog alone; a page that hides meanwhile says nothing', async () => {
    drawDialogs();
    const { session } = await openDesk();
    const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
    await press('Réglages');
    await screen.findByRole('dialog', { name: 'Réglages' });
    await press('Mettre l’exercice en pause');
    const paused = await screen.findByRole('dialog', { name: 'L’exercice est en pause' });
    const told = session.state.events.length;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(session.state.events).toHaveLength(told);
    await userEvent.click(within(paused).getByRole('button', { name: 'Effacer et partir' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Non, continuer l’exercice' }));
    expect(session.state.paused).toBe(true);
    await userEvent.click(within(paused).getByRole('button', { name: 'Reprendre' }));
    expect(session.state.paused).toBe(false);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(session.state.events.at(-1)?.type).toBe('PageShown');
    expect(session.state.events).toHaveLength(told + 2);
  });

  it('gives more time from its settings, and takes it back', async () => {
    drawDialogs();
    const { session } = await openDesk();
    const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
    await press('Réglages');
    await press('Donnez-moi plus de temps');
    expect(screen.getByText('Un code, une connexion durent maintenant dix fois plus.')).toBeTruthy();
    expect(session.state.slow).toBe(true);
    await press('Revenir au temps normal');
    expect(session.state.slow).toBe(false);
  });

  it('tells the code of the run in its settings: whoever leaves before the end has it too', async () => {
    drawDialogs();
    const { session } = await openDesk();
    await userEvent.click(await screen.findByRole('button', { name: 'Réglages' }));
    const dialog = await screen.findByRole('dialog', { name: 'Réglages' });
    const { run } = session.state.events[0] ?? { run: '' };
    expect(run).not.toBe('');
    expect(await within(dialog).findByText((text) => text.replaceAll(' ', '') === run)).toBeTruthy();
  });

  it('takes the focus to how the run ended, once: whoever answers the debrief stays where they are', async () => {
    const { session } = await openDesk();
    act(() => session.state.run?.leave());
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
    const again = await screen.findByRole('button', { name: 'Réglages' });
    again.focus();
    act(() => session.record({ type: 'OpinionGiven', question: 'how-clear', answer: 3 }));
    expect(document.activeElement).toBe(again);
  });
});
