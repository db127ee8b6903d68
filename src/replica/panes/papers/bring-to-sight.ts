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
  for (let box = item.parentElement; box && box !== document.body; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
    const [inner, outer] = [item.getBoundingClientRect(), box.getBoundingClientRect()];
    box.scrollBy({ top: inner.top - outer.top - (outer.height - inner.height) / 2, behavior });
    return;
  }
}
