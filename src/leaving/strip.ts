import { leavingWords as words } from '#i18n';
import { button, element } from './element.ts';
import type { Held } from './held.ts';

/** Who this device believes is there, and the way to make it forget. */
export function strip({ card }: Held, onErase: () => void): HTMLElement {
  const who = element('strong', '', card ? words.who(card.nickname, card.group) : words.someone);
  const orNot = element('span', 'leaving__or-not', card ? words.orNot(card.nickname) : words.someoneOrNot);
  const made = element(
    'section',
    card ? 'leaving no-print' : 'leaving leaving--unnamed no-print',
    element('p', '', who, ' ', orNot),
    button('secondary', words.erase, onErase),
  );
  made.setAttribute('aria-label', words.label);
  return made;
}

/** Nobody has touched the page for a while: it offers to erase itself, and waits for an answer in nobody's way. */
export function offer({ card }: Held, onErase: () => void, onBack: () => void): HTMLElement {
  const text = element('p', '', element('strong', '', words.awayTitle), ' ');
  text.append(card ? words.awayOf(card.nickname) : words.away);
  text.setAttribute('role', 'alert');
  const ways = element('p', 'row', button('', words.erase, onErase), button('secondary', words.back, onBack));
  const made = element('section', 'leaving-offer no-print', text, ways);
  made.setAttribute('aria-label', words.awayTitle);
  return made;
}

/** All is erased: said on the home page, once. */
export function done(): HTMLElement {
  const text = element('p', '', element('strong', '', `${words.doneTitle}.`), ` ${words.done}`);
  text.setAttribute('role', 'status');
  const made = element('section', 'leaving no-print', text);
  made.setAttribute('aria-label', words.label);
  return made;
}
