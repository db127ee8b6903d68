import { useEffect } from 'react';
import { replicaTexts as t } from '#i18n';
import s from './desk.module.css';
import { useSession, useSessionObject } from './hooks/session-context.ts';

/** Long enough for somebody who reads slowly; it can be closed sooner. */
const stays = 9000;

/** A short sentence of the desk, read aloud, in nobody's way. */
export function Toast() {
  const session = useSessionObject();
  const toast = useSession((state) => state.toast);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => session.set({ toast: null }), stays);
    return () => clearTimeout(timer);
  }, [toast, session]);
  return (
    <div className={s.toastPlace} role="status">
      {toast && (
        <p className={s.toast} key={toast.n}>
          {toast.text}
          <button type="button" onClick={() => session.set({ toast: null })}>
            {t.close}
          </button>
        </p>
      )}
    </div>
  );
}
