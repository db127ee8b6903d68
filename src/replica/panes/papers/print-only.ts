/**
 * Prints one part of the page and nothing else: its ancestors stay, everything beside them is left out by the print
 * styles (`data-print`, in papers-pane.module.css). Marks are removed once the print dialog is done.
 */
export function printOnly(part: HTMLElement, print: () => void = () => window.print()): void {
  const marked: HTMLElement[] = [];
  for (let at: HTMLElement | null = part; at && at !== document.documentElement; at = at.parentElement) {
    at.dataset['print'] = at === part ? 'this' : 'way';
    marked.push(at);
  }
  const clear = () => {
    for (const element of marked) delete element.dataset['print'];
    window.removeEventListener('afterprint', clear);
  };
  window.addEventListener('afterprint', clear);
  print();
}
