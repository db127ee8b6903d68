/** Kinds of events that a touch, a move or a key brings by the dozen, and that no component hears. */
const unheard: ReadonlySet<string> = new Set(
  [
    'compositionend compositionstart compositionupdate keypress keyup textInput',
    'drag dragend dragenter dragexit dragleave dragover dragstart drop',
    'gotpointercapture lostpointercapture pointercancel pointerdown pointermove pointerout pointerover pointerup',
    'mousemove mouseout mouseover mouseup scroll scrollend touchcancel touchend touchmove touchstart wheel',
  ].flatMap((kinds) => kinds.split(' ')),
);

/**
 * Keeps React, which listens on its root to every kind of event there is, from being woken for those that no component
 * hears: a press alone brings some twelve before its click, a key three beside its input (decision 016). To be called
 * before React takes the root.
 */
export function spareRoot(root: Element): void {
  root.addEventListener = (kind: string, ...listening: [EventListener, AddEventListenerOptions?]) => {
    if (!unheard.has(kind)) EventTarget.prototype.addEventListener.call(root, kind, ...listening);
  };
}
