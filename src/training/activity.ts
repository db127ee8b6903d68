import type { HelpLevel } from '#recording';
import type { Outline } from './outline.ts';

/** One try of one learner, as the trainer's table has it. Times are ms since 1970. */
export interface Try {
  /** Id of the run. */
  readonly run: string;
  readonly nickname: string;
  readonly scenario: string; // without hash
  readonly hash: string;
  readonly startedAt: number;
  readonly lastSeen: number;
  readonly level: HelpLevel | null;
  readonly screen: string | null;
  readonly ending: string | null;
  readonly screensMet: number;
  /** Helps opened and hints shown, all screens together. */
  readonly helps: number;
  readonly stuckEpisodes: number;
}

/** La Coop's three values: what the trainer confirms or corrects. */
export type Autonomy = 'entierement_accompagne' | 'partiellement_autonome' | 'autonome';

/** A first guess from the help that was used: guided all along, some help, none. */
export function autonomyOf({ level, helps }: Pick<Try, 'level' | 'helps'>): Autonomy {
  if (level === 'montre-moi' || level === 'guide-moi') return 'entierement_accompagne';
  return helps > 0 ? 'partiellement_autonome' : 'autonome';
}

/** A record for La Coop de la médiation numérique, with its own keys: to retype or import. */
export interface Session {
  readonly day: string; // ISO
  /** Minutes, rounded up to one of La Coop's choices, or to the quarter of an hour. */
  readonly minutes: number;
  readonly learners: number;
  readonly themes: readonly string[];
  readonly level: Outline['difficulty'] | null;
}

const choices = [15, 30, 45, 60, 90, 120, 150] as const;

/** Sessions of a group: the tries of one day are one session. `dayOf` gives the local ISO day of a time. */
export function sessionsOf(
  tries: readonly Try[],
  outlines: ReadonlyMap<string, Outline>,
  dayOf: (ms: number) => string,
): readonly Session[] {
  const days = new Map<string, Try[]>();
  for (const one of tries) days.set(dayOf(one.startedAt), [...(days.get(dayOf(one.startedAt)) ?? []), one]);
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, those]) => {
      const known = those.flatMap(({ scenario }) => outlines.get(scenario) ?? []);
      const themes = new Set(known.flatMap((outline) => outline.themes));
      const spent = Math.max(...those.map((one) => one.lastSeen)) - Math.min(...those.map((one) => one.startedAt));
      const minutes = Math.ceil(spent / 60_000);
      const levels = new Set(known.map(({ difficulty }) => difficulty));
      return {
        day,
        minutes: choices.find((choice) => minutes <= choice) ?? Math.ceil(minutes / 15) * 15,
        learners: new Set(those.map(({ nickname }) => nickname)).size,
        // Administrative themes are under this one, which La Coop wants ticked with them.
        themes:
          themes.size > 0 ? ['aide_aux_demarches_administratives', ...themes] : ['aide_aux_demarches_administratives'],
        level: levels.size === 1 ? ([...levels][0] ?? null) : null,
      };
    });
}
