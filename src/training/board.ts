import type { Ending } from '#engine';
import type { HelpLevel, LeaveReason, StuckRule } from '#recording';
import type { Outline } from './outline.ts';

/** What the server knows of a learner's latest run. Times are ms since 1970, server clock. */
export interface LatestRun {
  readonly scenario: string; // without hash
  readonly level: HelpLevel | null;
  readonly startedAt: number;
  readonly lastSeen: number;
  readonly screen: string | null;
  readonly ending: string | null;
  readonly leave: LeaveReason | null;
  readonly stuck: {
    readonly since: number;
    readonly screen: string | null;
    readonly rules: readonly StuckRule[];
    readonly field: string | null;
  } | null;
  readonly hand: { readonly since: number; readonly screen: string | null } | null;
}

export interface BoardLearner {
  readonly id: string;
  readonly nickname: string;
  readonly run: LatestRun | null;
}

/** Where a learner stands, most urgent first. */
export type Standing =
  | { readonly kind: 'hand'; readonly since: number; readonly screen: string | null }
  | {
      readonly kind: 'stuck';
      readonly minutes: number;
      readonly since: number;
      readonly rule: StuckRule | null;
      readonly field: string | null;
    }
  | { readonly kind: 'left'; readonly reason: LeaveReason }
  | { readonly kind: 'away'; readonly minutes: number }
  | { readonly kind: 'going' }
  | { readonly kind: 'ended'; readonly meaning: Ending['meaning'] }
  | { readonly kind: 'waiting' };

/** One line of the trainer's board; words are put on it by the page. */
export interface BoardRow {
  readonly id: string;
  readonly nickname: string;
  readonly scenario: string | null;
  readonly screen: string | null; // title
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly minutes: number | null;
  readonly level: HelpLevel | null;
  readonly standing: Standing;
}

export interface Board {
  readonly helpFirst: readonly BoardRow[];
  readonly others: readonly BoardRow[];
  readonly counts: { readonly here: number; readonly started: number; readonly toHelp: number; readonly done: number };
}

const minute = 60_000;
/** Nothing heard for this long, without a reason given: the learner is probably away from the screen. */
const awayAfter = 3 * minute;

/**
 * The trainer's board. Hands first, then those who have been stuck for longest: somebody who dared to ask waits
 * least. Others keep the order given (nicknames), so that a line does not move while one reads it.
 */
export function boardOf(learners: readonly BoardLearner[], outlines: ReadonlyMap<string, Outline>, now: number): Board {
  const rows = learners.map((learner) => rowOf(learner, outlines, now));
  const urgent = (row: BoardRow) => row.standing.kind === 'hand' || row.standing.kind === 'stuck';
  const waits = (row: BoardRow): number => ('since' in row.standing ? row.standing.since : 0);
  return {
    helpFirst: rows
      .filter(urgent)
      .sort((a, b) =>
        a.standing.kind === b.standing.kind ? waits(a) - waits(b) : a.standing.kind === 'hand' ? -1 : 1,
      ),
    others: rows.filter((row) => !urgent(row)),
    counts: {
      here: rows.length,
      started: rows.filter((row) => row.standing.kind !== 'waiting').length,
      toHelp: rows.filter(urgent).length,
      done: rows.filter((row) => row.standing.kind === 'ended' && row.standing.meaning === 'reussi').length,
    },
  };
}

function rowOf({ id, nickname, run }: BoardLearner, outlines: ReadonlyMap<string, Outline>, now: number): BoardRow {
  if (run === null) {
    const nothing = { scenario: null, screen: null, progress: null, minutes: null, level: null };
    return { id, nickname, ...nothing, standing: { kind: 'waiting' } };
  }
  const outline = outlines.get(run.scenario);
  const titleOf = (screen: string | null) => outline?.screens.find((known) => known.id === screen)?.title ?? screen;
  const standing = standingOf(run, outline, now, titleOf);
  const until = standing.kind === 'going' || standing.kind === 'hand' || standing.kind === 'stuck' ? now : run.lastSeen;
  return {
    id,
    nickname,
    scenario: outline?.title ?? run.scenario,
    screen: titleOf(run.screen),
    progress: progressOf(run, outline),
    minutes: Math.floor(Math.max(0, until - run.startedAt) / minute),
    level: run.level,
    standing,
  };
}

function standingOf(
  run: LatestRun,
  outline: Outline | undefined,
  now: number,
  titleOf: (screen: string | null) => string | null,
): Standing {
  if (run.ending !== null) {
    return {
      kind: 'ended',
      meaning: outline?.endings[run.ending]?.meaning ?? (run.ending === 'abandon' ? 'abandon' : 'bloque'),
    };
  }
  if (run.hand !== null) return { kind: 'hand', since: run.hand.since, screen: titleOf(run.hand.screen ?? run.screen) };
  if (run.leave !== null) return { kind: 'left', reason: run.leave };
  if (run.stuck !== null) {
    const { since, screen, rules, field } = run.stuck;
    const labels = outline?.screens.find(({ id }) => id === (screen ?? run.screen))?.fields ?? {};
    // A cell of a grid is "field/person.kind.month": its grid's label is what one reads on the screen.
    const label = field === null ? null : (labels[field] ?? labels[field.split('/')[0] ?? ''] ?? null);
    return {
      kind: 'stuck',
      since,
      minutes: Math.floor(Math.max(0, now - since) / minute),
      rule: rules[0] ?? null,
      field: label,
    };
  }
  const silence = now - run.lastSeen;
  return silence > awayAfter ? { kind: 'away', minutes: Math.floor(silence / minute) } : { kind: 'going' };
}

/** Screens behind the learner, of those on the shortest way; a side screen counts for what is left after it. */
function progressOf(run: LatestRun, outline: Outline | undefined): BoardRow['progress'] {
  if (outline === undefined) return null;
  const of = outline.length;
  if (run.ending !== null) return outline.endings[run.ending]?.meaning === 'reussi' ? { done: of, of } : null;
  const left = outline.screens.find(({ id }) => id === run.screen)?.left ?? null;
  return left === null ? null : { done: Math.max(0, of - left), of };
}
