import type { Persona, Run, RunView, Scenario } from '#engine';
import type { Happening, HelpLevel, RunEvent } from '#recording';

/** What the coach can point at, in place. The desk outlines it and opens the pane it stands in. */
export interface Point {
  readonly kind: 'field' | 'action' | 'pane' | 'paper';
  /** Field, action or paper id ("fiche-de-paie@-2"); a pane of `panes`. */
  readonly id: string;
  /** Item of the paper, or cell of the grid ("person.kind.month"). */
  readonly item?: string;
}

export interface CoachPanelProps {
  readonly run: Run;
  /** `run.view`, passed so that React sees it change. */
  readonly view: RunView;
  readonly persona: Persona;
  readonly level: HelpLevel;
  /** Stores the level. The panel has already recorded `LevelChanged`. */
  readonly onLevel: (level: HelpLevel) => void;
  readonly record: (happening: Happening) => void;
  /** `null` stops pointing. */
  readonly onPoint: (point: Point | null) => void;
  /** Shows the human ways out (contacts of the service, « lever la main »). The panel has recorded the rung. */
  readonly onHuman: () => void;
  /**
   * Events of this run so far, a new array each time one is added. Without it the panel guides and gives hints, but
   * explains no mistake and never offers help by itself: the detector reads this.
   */
  readonly events?: readonly RunEvent[];
  /** ISO day on which the run began, for months and dates in sentences. */
  readonly today: string;
  /**
   * Ms of real time since some moment, never set back: it times hands and hints, and what passes between two events, which
   * have their own clock. It must not change while the panel lives.
   */
  readonly elapsed: () => number;
  /** To know whether a message comes by mail, SMS or letter. Default: by mail. */
  readonly scenario?: Scenario;
  /** True when the coach offers help: on a phone, a mark on the coach's tab. Keep the panel mounted while hidden. */
  readonly onOffer?: (offering: boolean) => void;
}

export interface DebriefProps {
  readonly scenario: Scenario;
  readonly persona: Persona;
  /** Events of this run, in order. */
  readonly events: readonly RunEvent[];
  readonly view: RunView;
  readonly today: string;
  readonly record: (happening: Happening) => void;
  /** Starts the same scenario again with the same persona, at this level. */
  readonly onAgain: (level: HelpLevel) => void;
  /** Starts again with another persona of the scenario, by id. */
  readonly onPersona?: (persona: string) => void;
  /** Shows `TakeAwaySheet`. Absent: the sheet is shown at the end of the debrief. */
  readonly onSheet?: () => void;
}

export interface TakeAwaySheetProps {
  readonly scenario: Scenario;
  readonly persona: Persona;
  readonly today: string;
}

export interface LeaveQuestionProps {
  readonly screen: string;
  /** Records one `RunLeft`, and the opinions given. */
  readonly record: (happening: Happening) => void;
  /** Called once answered or passed over. */
  readonly onDone: () => void;
}
