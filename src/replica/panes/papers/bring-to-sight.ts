/**
 * Scrolls what is pointed at to the middle of its pane. While someone types, only the pane moves and never the page:
 * their field must not leave their sight.
 */
export function bringToSight(item: Element): void {
  const calm = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
  const behavior = calm ? 'auto' : 'smooth';
  if (!document.activeElement?.matches('input, select, textarea')) {
    item.scrollIntoView?.({ block: 'center', inline: 'nearest', behavior });
    return;
  }
  const box = scrollerOf(item);
  if (!box) return;
  const [inner, outer] = [item.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollBy({ top: inner.top - outer.top - (outer.height - inner.height) / 2, behavior });
}

/** A paper opened from far down the list begins at its top; the page moves only when that top is out of sight. */
export function showFromTop(part: Element): void {
  const box = scrollerOf(part);
  if (box) box.scrollTop = 0;
  if (part.getBoundingClientRect().top < 0) part.scrollIntoView?.({ block: 'start' });
}

/** The nearest part of the page that scrolls by itself around an element, the page itself left out. */
function scrollerOf(element: Element): Element | null {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}
