import type { RunView } from '#engine';
import type { Shown } from './state.ts';

/** Keeps the parts that are equal to what was shown, so that typing draws nothing again. */
export function shownOf(view: RunView, before: Shown | null): Shown {
  const keep = <K extends 'facts' | 'errors'>(key: K): Shown[K] => {
    const old = before?.[key];
    const now = view[key] as Shown[K];
    return old && (old === now || JSON.stringify(old) === JSON.stringify(now)) ? old : now;
  };
  const next: Shown = {
    screen: view.screen,
    phase: view.phase,
    ending: view.ending,
    message: view.message,
    data: view.data,
    pending: view.pending,
    facts: keep('facts'),
    errors: keep('errors'),
  };
  const equal = before && (Object.keys(next) as (keyof Shown)[]).every((key) => next[key] === before[key]);
  return equal ? before : next;
}

/** Whether nothing but the entries has changed. */
export function isTypingOnly(view: RunView, before: RunView | null): boolean {
  return (
    before !== null &&
    (Object.keys(view) as (keyof RunView)[]).every((key) => key === 'entries' || view[key] === before[key])
  );
}
