import type { HelpLevel } from '#recording';

/** Levels that can be chosen today. The places of the others are kept in `HelpLevel` (DESIGN §7). */
export const offeredLevels: readonly HelpLevel[] = ['guide-moi', 'je-demande', 'tout-seul'];

/** What a level allows the coach to do by itself. One table, so that a new level is a new line. */
export interface Manner {
  /** Says the next thing to do and points at it. */
  readonly guides: boolean;
  /** Gives the hint ladder when asked. */
  readonly answers: boolean;
  /** Explains a mistake in its own words, beside what the service says. */
  readonly explains: boolean;
  /** Says when an entry is not the expected one although no known mistake was recognised. */
  readonly compares: boolean;
  /** Offers help when the detector opens an episode. */
  readonly offers: boolean;
}

const silent: Manner = { guides: false, answers: false, explains: false, compares: false, offers: false };
const guiding: Manner = { guides: true, answers: true, explains: true, compares: true, offers: true };

export const manners: Readonly<Record<HelpLevel, Manner>> = {
  'montre-moi': guiding,
  'guide-moi': guiding,
  'je-complete': guiding,
  'je-demande': { guides: false, answers: true, explains: true, compares: false, offers: true },
  'tout-seul': silent,
  'comme-en-vrai': silent,
};

/** The level to try next time, after a run at `level`: one step back for the coach, or none left. */
export function levelAfter(level: HelpLevel): HelpLevel | null {
  const at = offeredLevels.indexOf(level);
  return at < 0 ? null : (offeredLevels[at + 1] ?? null);
}
