import type { Happening, RunEvent } from '#recording';

export type Step = readonly [seconds: number, happening: Happening];

/** Writes a trace by hand: `trace([0, shown('a')], [5, ...])`, seconds then what happened. */
export function trace(...steps: Step[]): readonly RunEvent[] {
  return steps.map(([seconds, happening], seq) => ({ run: 'c'.repeat(32), seq, at: seconds * 1000, ...happening }));
}

export const shown = (screen: string): Happening => ({ type: 'ScreenShown', screen });
export const entered = (field: string, screen = 'a'): Happening => ({ type: 'FieldEntered', screen, field });
export const typing = (field: string, screen = 'a'): Happening => ({ type: 'TypingStarted', screen, field });
export const right = (field: string, screen = 'a'): Happening => ({
  type: 'EntryCommitted',
  screen,
  field,
  class: 'right',
  ordinal: 1,
});
export const wrong = (field: string, ordinal: number, mistake?: string, screen = 'a'): Happening => ({
  type: 'EntryCommitted',
  screen,
  field,
  ordinal,
  ...(mistake === undefined ? { class: 'other' } : { class: 'mistake', mistake }),
});
export const refused = (
  field: string,
  rule: 'empty' | 'malformed' | 'rules' = 'malformed',
  screen = 'a',
): Happening => ({
  type: 'EntryRefused',
  screen,
  field,
  rule,
});
export const pressed = (action: string, screen = 'a'): Happening => ({ type: 'ActionTaken', screen, action });
export const answered = (outcome: string, screen = 'a'): Happening => ({
  type: 'OperationAnswered',
  screen,
  operation: 'x.y',
  outcome,
});
export const inert = (target: 'text' | 'image' | 'disabled' = 'disabled', screen = 'a'): Happening => ({
  type: 'InertClicked',
  screen,
  target,
});
export const back = (screen: string): Happening => ({ type: 'WentBack', screen });
