import { type RefObject, useEffect, useRef, useState } from 'react';
import { type NextStep, nextStep, type Persona, type Run, type RunView } from '#engine';

/** Quiet needed after a key before the next step is looked for. Milliseconds. */
const settle = 1200;

/**
 * The next right thing to do. It waits until hands are still: otherwise the pointer would leave a field at its first
 * character, and every key would pay for judging the whole screen.
 */
export function useNextStep(
  run: Run,
  persona: Persona,
  view: RunView,
  elapsed: () => number,
  lastKey: RefObject<number>,
): NextStep {
  const [next, setNext] = useState<NextStep>(() => nextStep(run, persona));
  const shown = useRef(`${view.screen?.id} ${view.phase}`);
  useEffect(() => {
    const place = `${view.screen?.id} ${view.phase}`;
    const look = () => {
      const found = nextStep(run, persona);
      setNext((before) => (sameStep(before, found) ? before : found));
    };
    const wait = place === shown.current ? settle - (elapsed() - lastKey.current) : 0;
    shown.current = place;
    if (wait <= 0) return look();
    const timer = setTimeout(look, wait);
    return () => clearTimeout(timer);
  }, [run, persona, view, elapsed, lastKey]);
  return next;
}

function sameStep(a: NextStep, b: NextStep): boolean {
  if (a.do === 'fill') return b.do === 'fill' && a.field === b.field && a.cell === b.cell;
  if (a.do === 'press') return b.do === 'press' && a.action === b.action;
  return b.do === 'nothing';
}
