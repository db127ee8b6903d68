import { leavingWords as words } from '#i18n';
import { button, element } from './element.ts';
import type { Held } from './held.ts';

/** What will be forgotten, and what it takes to come back. */
export const linesOf = (card: Held['card']): readonly string[] =>
  card ? [words.textOf(card.nickname), words.code] : [words.text];

/** Asks once more, in the browser's own dialog: what is erased cannot be brought back. */
export function ask({ card }: Held, erase: () => Promise<void>): void {
  const title = element('h2', '', words.title);
  title.id = 'leaving-title';
  const stay = button('secondary', words.stay, () => dialog.close());
  const yes = button('', words.erase, () => {
    yes.disabled = stay.disabled = true;
    yes.textContent = words.erasing;
    void erase();
  });
  const lines = linesOf(card).map((line) => element('p', '', line));
  const dialog = element('dialog', 'dialog stack', title, ...lines, element('p', 'row', yes, stay));
  dialog.setAttribute('aria-labelledby', title.id);
  stay.autofocus = true;
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
