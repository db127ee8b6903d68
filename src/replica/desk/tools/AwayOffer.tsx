import { Button } from '#components';
import { replicaTexts as t } from '#i18n';
import s from '../desk.module.css';
import { useSessionObject } from '../hooks/session-context.ts';
import a from './away.module.css';

/** Nobody has touched the page for a while: it offers to erase itself, and waits for an answer in nobody's way. */
export default function AwayOffer({ onWipe }: { readonly onWipe: () => void }) {
  const session = useSessionObject();
  return (
    <section className={a.away} aria-label={t.awayTitle}>
      <p role="alert">
        <strong>{t.awayTitle}</strong> {t.awayText}
      </p>
      <p className={s.dialogWays}>
        <Button
          onClick={() => {
            session.away.back();
            onWipe();
          }}
        >
          {t.wipe}
        </Button>
        <Button look="secondary" onClick={() => session.away.back()}>
          {t.idleStay}
        </Button>
      </p>
    </section>
  );
}
