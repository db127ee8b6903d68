import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heldChanged } from './held.ts';
import { watchLeaving } from './watch.ts';

const minutes = (count: number) => count * 60_000;
const card = (nickname: string) =>
  JSON.stringify({ learner: 'a', token: 'b', nickname, group: '<b>Jeudi</b>', assignment: null });

let now = 0;
let look: () => void = () => undefined;

/** A learner's page, and the script on it; each second is the test's. */
async function open(body = '<header class="bar"></header><main><button>Continuer</button><input></main>') {
  document.body.className = 'learner';
  document.body.innerHTML = body;
  now = 0;
  vi.spyOn(globalThis, 'setInterval').mockImplementation((work) => {
    look = work as () => void;
    return 0 as never;
  });
  await watchLeaving(() => now);
}

const keep = (nickname: string) => {
  localStorage.setItem('replique.learner', card(nickname));
  document.dispatchEvent(new Event(heldChanged));
};
const strip = () => screen.queryByRole('region', { name: 'Sur cet appareil' });
const offer = () => screen.queryByRole('region', { name: /plus personne/ });
const isOffered = async () => {
  look();
  await new Promise((resolve) => setTimeout(resolve, 30));
  return offer() !== null;
};

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});
afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

describe('a learner’s page', () => {
  it('offers nothing when the device holds nothing, then says whom it holds as soon as somebody joins', async () => {
    await open();
    expect(strip()).toBeNull();
    keep('Tulipe');
    await waitFor(() =>
      expect(strip()?.textContent).toMatch(/surnom.*Tulipe.*groupe.*<b>Jeudi<\/b>.*vous n’êtes pas.*Tulipe/),
    );
    expect(document.querySelector('.leaving b')).toBeNull();
    localStorage.clear();
    dispatchEvent(new Event('storage'));
    await waitFor(() => expect(strip()).toBeNull());
  });

  it('asks before it erases, and says what it takes to come back', async () => {
    localStorage.setItem('replique.learner', card('Tulipe'));
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Effacer et partir' }));
    const dialog = screen.getByRole('dialog', { name: 'Effacer et partir\u00a0?' });
    expect(dialog.textContent).toContain('code personnel');
    expect(
      within(dialog)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Effacer et partir', 'Non, rester']);
    expect(localStorage.length).toBe(1);
  });

  it('leaves a running exercise by the exercise’s own way', async () => {
    const own = vi.fn();
    localStorage.setItem('replique.learner', card('Tulipe'));
    await open(
      '<header class="bar"></header><main><div data-ready="true"><button data-leave>Partir</button></div></main>',
    );
    document.querySelector('[data-leave]')?.addEventListener('click', own);
    await userEvent.click(await screen.findByRole('button', { name: 'Effacer et partir' }));
    expect(own).toHaveBeenCalledOnce();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a page that nobody touches', () => {
  it('offers to erase itself after five minutes, and not before; whoever answers is not asked again', async () => {
    localStorage.setItem('replique.learner', card('Tulipe'));
    await open();
    now += minutes(4.9);
    expect(await isOffered()).toBe(false);
    document.dispatchEvent(new Event('pointerdown'));
    now += minutes(4.9);
    expect(await isOffered()).toBe(false);
    now += minutes(0.1);
    expect(await isOffered()).toBe(true);
    expect(offer()?.textContent).toContain('Tulipe');
    // A hand that moves towards the offer does not take it away.
    document.dispatchEvent(new Event('pointerdown'));
    expect(await isOffered()).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Je suis là, continuer' }));
    expect(await isOffered()).toBe(false);
    now += minutes(5);
    expect(await isOffered()).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Continuer' }));
    expect(offer()).toBeNull();
    now += minutes(5);
    expect(await isOffered()).toBe(true);
    await userEvent.type(screen.getByRole('textbox'), '1');
    expect(offer()).toBeNull();
  });

  it('offers it in the dialog that was left open, under which nothing can be pressed', async () => {
    localStorage.setItem('replique.learner', card('Tulipe'));
    await open('<header class="bar"></header><main></main><dialog open>En pause <button>Reprendre</button></dialog>');
    now += minutes(5);
    expect(await isOffered()).toBe(true);
    const dialog = screen.getByRole('dialog');
    expect(dialog.contains(offer())).toBe(true);
    // It goes with the dialog, and is made again for whoever is still not there.
    dialog.remove();
    expect(await isOffered()).toBe(true);
  });

  it('offers nothing when there is nothing to erase; once there is, it does', async () => {
    await open();
    now += minutes(5);
    expect(await isOffered()).toBe(false);
    localStorage.setItem('replique.learner', card('Cèdre'));
    expect(await isOffered()).toBe(true);
  });
});
