import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Badge, Button, Dialog, Notice, Tabs, VisuallyHidden } from './index.ts';

it('makes buttons that never send a form unless they say so', () => {
  render(<Button look="secondary">Voir</Button>);
  const button = screen.getByRole('button', { name: 'Voir' });
  expect([button.getAttribute('type'), button.className]).toEqual(['button', 'button button--secondary']);
});

it('says a tone with words, and reads aloud only what it is asked to', () => {
  const { rerender } = render(
    <Notice tone="error" title="Erreur" live="alert">
      Le code est faux.
    </Notice>,
  );
  expect(screen.getByRole('alert').textContent).toBe('ErreurLe code est faux.');
  rerender(
    <Notice>
      <Badge tone="warning">À vérifier</Badge>
      <VisuallyHidden>pour tous</VisuallyHidden>
    </Notice>,
  );
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('À vérifier').className).toBe('badge is-warning');
});

it('opens and closes the browser’s own dialog, named by its title', () => {
  const show = vi.fn(function open(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  });
  const close = vi.fn(function shut(this: HTMLDialogElement) {
    this.removeAttribute('open');
  });
  Object.assign(HTMLDialogElement.prototype, { showModal: show, close });
  const dialog = (open: boolean) => (
    <Dialog open={open} title="Effacer et partir" onClose={() => {}}>
      <p>Vraiment ?</p>
    </Dialog>
  );
  const { rerender } = render(dialog(false));
  expect(screen.queryByText('Vraiment ?')).toBeNull();
  rerender(dialog(true));
  expect(show).toHaveBeenCalledOnce();
  expect(screen.getByRole('dialog', { name: 'Effacer et partir' }).textContent).toContain('Vraiment ?');
  rerender(dialog(false));
  expect(close).toHaveBeenCalledOnce();
});

it('goes through tabs with arrows, Home and End, round the ends', async () => {
  const user = userEvent.setup();
  const chosen: string[] = [];
  const tabs = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
  const view = (selected: string) => (
    <Tabs label="Volets" tabs={tabs} selected={selected} onSelect={(id) => chosen.push(id)}>
      contenu
    </Tabs>
  );
  render(view('a'));
  screen.getByRole('tab', { name: 'a' }).focus();
  await user.keyboard('{ArrowLeft}{End}{Home}{ArrowRight}');
  expect(chosen).toEqual(['c', 'c', 'a', 'b']);
  expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  expect(screen.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(screen.getByRole('tab', { name: 'a' }).id);
});
