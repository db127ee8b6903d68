import type { StuckRule } from '#recording';
import { newTrack, type Track } from './tracks.ts';

/** One rule that fires now. Two different weak ones, or a strong one, open an episode. */
export interface Signal {
  readonly rule: StuckRule;
  readonly field: string | null;
  readonly strong: boolean;
}

/** What happens on the screen as a whole, since it came up or since the last right entry. */
export interface Bustle {
  readonly inertClicks: number;
  readonly lastInert: number;
  /** Presses of the way on that led nowhere. */
  readonly sends: number;
  /** Those of them with nothing changed since the one before. */
  readonly sameSends: number;
  readonly lastSend: number;
  readonly edited: boolean;
  /** Pages met since the last right entry, in order. */
  readonly visits: readonly string[];
}

export const newBustle: Bustle = {
  inertClicks: 0,
  lastInert: Number.NEGATIVE_INFINITY,
  sends: 0,
  sameSends: 0,
  lastSend: Number.NEGATIVE_INFINITY,
  edited: true,
  visits: [],
};

/** Signals of R1, R2, R4, R5, R6 and R7; R3, the silence, is the clock's. Thresholds: docs/detecteur.md. */
export function signalsOf(tracks: Readonly<Record<string, Track>>, screen: string, bustle: Bustle): readonly Signal[] {
  const found: Signal[] = [];
  const add = (rule: StuckRule, field: string | null, level: number, weak: number, strong: number) => {
    if (level >= weak) found.push({ rule, field, strong: level >= strong });
  };
  for (const [key, track] of Object.entries(tracks)) {
    if (track === newTrack || !key.startsWith(`${screen}/`)) continue;
    const field = key.slice(screen.length + 1);
    // Values that nothing recognises are a search; it takes longer to be one than a rule broken again.
    const again = track.entry.error === 'other' ? track.entry.inARow - 1 : track.entry.inARow;
    add('same-rule-again', field, Math.max(again, track.refusal.inARow), 2, 3);
    add('oscillation', field, track.swings, 1, 2);
    add('oscillation', field, track.optionChanges, 3, 6);
    add('oscillation', field, track.erasures, 2, 5);
    if (track.sameAfterHelp) found.push({ rule: 'help-then-same-error', field, strong: true });
  }
  add('inert-clicks', null, bustle.inertClicks, 2, 4);
  add('wandering', null, lostness(bustle.visits), 0.4, 0.5);
  if (bustle.sameSends >= 1 || bustle.sends >= 3) {
    found.push({ rule: 'stuck-on-send', field: null, strong: bustle.sameSends >= 2 || bustle.sends >= 4 });
  }
  return found;
}

/** The signals that open an episode, strongest first; empty when they do not suffice. */
export function opening(signals: readonly Signal[]): readonly Signal[] {
  const rules = new Set(signals.map(({ rule }) => rule));
  if (!signals.some(({ strong }) => strong) && rules.size < 2) return [];
  return [...signals].sort((a, b) => Number(b.strong) - Number(a.strong));
}

/**
 * Smith's lostness without the shortest path, which depends on the branch: 1 − N/S, for N different pages in S visits.
 * Under 6 visits there is nothing to be lost in.
 */
function lostness(visits: readonly string[]): number {
  return visits.length < 6 ? 0 : 1 - new Set(visits).size / visits.length;
}
