import { type RefObject, useEffect, useRef } from 'react';
import { type EntryBox, useHands } from '../hands.ts';

/** Ties something that holds an entry to the run. The box may change at each drawing; the tie does not. */
export function useBox(field: string, cell: string | undefined, box: EntryBox): void {
  const hands = useHands();
  const latest = useRef(box);
  latest.current = box;
  useEffect(
    () =>
      hands.attach(field, cell, {
        read: () => latest.current.read(),
        write: (raw) => latest.current.write(raw),
      }),
    [hands, field, cell],
  );
}

/** What every typed input carries: nothing that a browser would keep (DESIGN §6). */
export const keepNothing = {
  autoComplete: 'off',
  spellCheck: false,
  autoCapitalize: 'off',
  autoCorrect: 'off',
} as const;

export interface TypedInput {
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onInput: () => void;
}

/**
 * Handlers of an uncontrolled input, or of several that make one value. React never writes in them: what was typed
 * before hydration stays (DESIGN §13.12).
 */
export function useTyped(
  field: string,
  cell: string | undefined,
  read: () => string,
  write: (text: string) => void,
): TypedInput {
  const hands = useHands();
  const typing = useRef({ started: false, length: 0 });
  useBox(field, cell, { read, write: (raw) => write(typeof raw === 'string' ? raw : '') });
  return {
    onFocus: () => {
      typing.current = { started: false, length: read().length };
      hands.reach(field);
    },
    onBlur: () => hands.leave(field, cell),
    onInput: () => {
      const raw = read();
      const before = typing.current.length;
      if (!typing.current.started) {
        typing.current.started = true;
        hands.startTyping(field);
      }
      // Most of it wiped at once: the sign of somebody who starts again (struggle rule on erasing).
      if (before >= 3 && raw.length <= before * 0.4) hands.erase(field);
      typing.current.length = raw.length;
      hands.enter(field, raw, cell);
    },
  };
}

/** One text input: its ref and its handlers. */
export function useTextInput(
  field: string,
  cell?: string,
): TypedInput & { readonly ref: RefObject<HTMLInputElement | null> } {
  const ref = useRef<HTMLInputElement>(null);
  const typed = useTyped(
    field,
    cell,
    () => ref.current?.value ?? '',
    (text) => {
      if (ref.current && ref.current.value !== text) ref.current.value = text;
    },
  );
  return { ref, ...typed };
}
