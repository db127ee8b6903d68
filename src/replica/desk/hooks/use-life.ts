import { useEffect } from 'react';
import type { Session } from '../../session/session.ts';

/**
 * Ties a session to the page: starts it after the first paint, keeps the browser's back button inside the run, writes
 * when the page is hidden, watches the idle time.
 */
export function useLife(session: Session): void {
  useEffect(() => {
    void session.open();

    const guard = () => history.pushState({ replique: true }, '');
    // A step back opens a page of the run, read from its top: not where the browser stood on the step before.
    history.scrollRestoration = 'manual';
    guard();
    const onPop = () => {
      if (session.state.run?.view.phase === 'ended') return history.back();
      // The address never changes: a back step is given to the run, and the guard is put back.
      guard();
      session.back();
      return undefined;
    };
    const onHide = () => {
      session.keeper.now();
      session.release();
    };
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    const onVisibility = () => {
      if (!session.state.run) return;
      if (document.visibilityState === 'hidden') session.keeper.now();
      // Set aside, it is out of sight already, until the learner takes it up.
      if (!session.state.paused)
        session.record({ type: document.visibilityState === 'hidden' ? 'PageHidden' : 'PageShown' });
    };
    const onTouch = () => session.idle.touch();
    const clock = setInterval(() => session.idle.look(), 1000);
    addEventListener('popstate', onPop);
    addEventListener('pagehide', onHide);
    addEventListener('pageshow', onShow);
    document.addEventListener('visibilitychange', onVisibility);
    document.addEventListener('pointerdown', onTouch, { passive: true });
    document.addEventListener('keydown', onTouch);
    return () => {
      clearInterval(clock);
      history.scrollRestoration = 'auto';
      removeEventListener('popstate', onPop);
      removeEventListener('pagehide', onHide);
      removeEventListener('pageshow', onShow);
      document.removeEventListener('visibilitychange', onVisibility);
      document.removeEventListener('pointerdown', onTouch);
      document.removeEventListener('keydown', onTouch);
      onHide();
    };
  }, [session]);
}
