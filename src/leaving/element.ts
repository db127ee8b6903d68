/** A part of the page: its name, its class, and what stands in it. Words go in as text, never as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

export function button(look: '' | 'secondary', words: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', look ? `button button--${look}` : 'button', words);
  made.type = 'button';
  made.addEventListener('click', onPress);
  return made;
}
