import { Button, Dialog } from '#components';
import { replicaTexts as t, toolWords as words } from '#i18n';
import s from '../desk.module.css';
import { useSession, useSessionObject } from '../hooks/session-context.ts';

/** The site is about to log out: said before, with a way to stay (WCAG 2.2.1). */
export function IdleWarning() {
  const session = useSessionObject();
  const left = useSession((state) => state.idleLeft);
  return (
    <Dialog open={left !== null} title={words.idleTitle} onClose={() => left !== null && session.idle.stay()}>
      <p>{words.idleText}</p>
      <p className={s.countdown}>{words.idleLeft(left ?? 0)}</p>
      <Button onClick={() => session.idle.stay()}>{t.idleStay}</Button>
    </Dialog>
  );
}
