import { createContext, useContext } from 'react';
import type { Action, PersonaDocument, RawEntry, Screen, ServiceManner, Tone } from '#engine';
import type { DeskStep, RealData } from '#recording';

/** One place that holds an entry: an input, or several that make one value (three boxes of a date). */
export interface EntryBox {
  /** What stands in it now; `''`, `false` or `[]` when nothing does. */
  readonly read: () => RawEntry;
  /** Puts an entry in it: after a reload, when the service empties a field, on coming back to a screen. */
  readonly write: (raw: RawEntry | undefined) => void;
}

type Clicked = Extract<DeskStep, { type: 'InertClicked' }>['target'];

/** What the replica's components can do. It never changes during a session, so that fields do not draw again. */
export interface Hands {
  readonly attach: (field: string, cell: string | undefined, box: EntryBox) => () => void;
  readonly enter: (field: string, raw: RawEntry, cell?: string) => void;
  /** For words that only search, and are no entry: whether they look like a real identifier, and were erased. */
  readonly refuses: (field: string, text: string) => boolean;
  readonly leave: (field: string, cell?: string) => void;
  readonly reach: (field: string) => void;
  readonly startTyping: (field: string) => void;
  readonly erase: (field: string) => void;
  readonly change: (field: string) => void;
  readonly press: (action: Action) => void;
  /** A click on something that does nothing; `say` is told kindly. */
  readonly inert: (target: Clicked, say?: string) => void;
}

/** What a grid or a file field needs of the persona. */
export interface ScenePersona {
  readonly people: readonly {
    readonly id: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly role: string;
  }[];
  readonly documents: readonly PersonaDocument[];
}

/** The screen as it is drawn now: texts filled, conditions settled. Entries are not here (they live in the inputs). */
export interface Scene {
  readonly screen: Screen;
  /** The screen waits for its data. */
  readonly loading: boolean;
  readonly service: ServiceManner;
  readonly persona: ScenePersona;
  readonly today: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: { readonly text: string; readonly tone: Tone; readonly field?: string } | null;
  /** A field whose entry looked like a real person's, just emptied. */
  readonly refused: { readonly field: string; readonly looksLike: RealData } | null;
  /** A sentence of the desk about this screen: why it is shown again after a reload. */
  readonly aside: string | null;
  readonly pointed: Pointed | null;
  /** Whether a block or an action shows. */
  readonly shows: (item: { readonly when?: unknown }) => boolean;
  /** An entry of the run as a summary shows it; `null` when nothing was entered. */
  readonly entry: (path: string) => string | null;
}

/** An answer that is late enough to be said: one that comes at once draws nothing before it. */
export interface Late {
  /** Id of the action whose answer is awaited; `null` when the page itself is. */
  readonly action: string | null;
}

/** What the coach points at: same shape as the coach's own `Point`. */
export interface Pointed {
  readonly kind: 'field' | 'action' | 'pane' | 'paper';
  readonly id: string;
  /** Cell of a grid, item of a paper. */
  readonly item?: string;
}

const idle = () => {};
/** Before hydration, and in tests of drawing alone, nothing is held. */
export const noHands: Hands = {
  attach: () => idle,
  enter: idle,
  refuses: () => false,
  leave: idle,
  reach: idle,
  startTyping: idle,
  erase: idle,
  change: idle,
  press: idle,
  inert: idle,
};

export const HandsContext = createContext<Hands>(noHands);
export const SceneContext = createContext<Scene | null>(null);
/** Whether the site loads or calls. Apart from the scene: a press then draws only what shows that it waits. */
export const BusyContext = createContext(false);
export const LateContext = createContext<Late | null>(null);

export const useHands = (): Hands => useContext(HandsContext);
export const useBusy = (): boolean => useContext(BusyContext);
export const useLate = (): Late | null => useContext(LateContext);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('No scene.');
  return scene;
}
