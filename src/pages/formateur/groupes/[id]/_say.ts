import { groupWords as words } from '#i18n';
import type { BoardRow, Standing } from '#training';

/** Where a learner stands, as a sentence a trainer can act on. */
export function sayStanding(standing: Standing): string {
  const { board } = words;
  switch (standing.kind) {
    case 'hand':
      return standing.screen === null ? board.hand : board.handOn(standing.screen);
    case 'stuck': {
      const since = board.stuck(standing.minutes);
      return standing.rule === null ? since : `${since} : ${words.stuckBecause[standing.rule](standing.field)}`;
    }
    case 'left':
      return board.left[standing.reason];
    case 'away':
      return board.away(standing.minutes);
    case 'ended':
      return board.ended[standing.meaning];
    case 'going':
      return board.going;
    case 'waiting':
      return board.notStarted;
  }
}

/** Short words for the polite announcement, or null when nothing is worth interrupting for. */
export function announce(row: BoardRow): string | null {
  if (row.standing.kind === 'hand') return words.board.news.hand(row.nickname);
  return row.standing.kind === 'stuck' ? words.board.news.stuck(row.nickname) : null;
}

/** Colour of a standing, always beside its words. */
export function toneOf(standing: Standing): 'is-error' | 'is-warning' | 'is-success' | 'is-plain' | 'is-info' {
  switch (standing.kind) {
    case 'hand':
      return 'is-error';
    case 'stuck':
      return 'is-warning';
    case 'ended':
      return standing.meaning === 'reussi' ? 'is-success' : 'is-plain';
    case 'going':
      return 'is-info';
    default:
      return 'is-plain';
  }
}
