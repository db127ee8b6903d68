import type { Pace } from '../../session/run-clock.ts';
import type { Session } from '../../session/session.ts';

/** The run's clock stands still, goes slower, or goes as usual, from now on. */
export function setPace(session: Session, how: Partial<Omit<Pace, 'since'>>): void {
  session.clock?.go(how);
  session.set(how);
  session.clockMoved();
}

/**
 * Sets the exercise aside, or takes it up again. In the stream as a page that is out of sight: to nobody who reads it is
 * that time a silence, or time spent on the screen.
 */
export function pause(session: Session, paused: boolean): void {
  if (paused === session.state.paused) return;
  setPace(session, { paused });
  session.record({ type: paused ? 'PageHidden' : 'PageShown' });
}
