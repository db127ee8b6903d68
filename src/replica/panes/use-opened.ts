import { type RefObject, useEffect, useRef, useState } from 'react';

interface Opened<E extends HTMLElement> {
  /** Key of the one that is open: its place in the list bears it as `data-key`. */
  readonly open: string | null;
  readonly show: (key: string) => void;
  readonly close: () => void;
  readonly list: RefObject<E | null>;
}

/** One of a list, looked at alone. When it is closed, the focus goes back to its place in the list. */
export function useOpened<E extends HTMLElement>(first: string | null = null): Opened<E> {
  const [open, show] = useState(first);
  const list = useRef<E>(null);
  const cameFrom = useRef<string | null>(null);
  useEffect(() => {
    if (open || !cameFrom.current) return;
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(cameFrom.current)}"]`)?.focus();
    cameFrom.current = null;
  }, [open]);
  const close = () => {
    cameFrom.current = open;
    show(null);
  };
  return { open, show, close, list };
}
