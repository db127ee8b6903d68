import { useState } from 'react';
import { Button, Dialog } from '#components';
import { replicaTexts as t, toolWords as words } from '#i18n';
import s from '../desk.module.css';
import { useSession, useSessionObject } from '../hooks/session-context.ts';
import { pause } from './pace.ts';
import ToolDialog from './ToolDialog.tsx';

/** The exercise is set aside: nothing but the way back, and the way out for whoever leaves a shared computer. */
export function Paused() {
  const session = useSessionObject();
  const paused = useSession((state) => state.paused);
  const [leaving, setLeaving] = useState(false);
  const resume = () => pause(session, false);
  return (
    <>
      <Dialog open={paused && !leaving} title={words.pausedTitle} onClose={() => !leaving && resume()}>
        <p>{words.pausedText}</p>
        <p className={s.dialogWays}>
          <Button onClick={resume}>{words.resume}</Button>
          <Button look="secondary" onClick={() => setLeaving(true)}>
            {t.wipe}
          </Button>
        </p>
      </Dialog>
      {leaving && <ToolDialog tool="wipe" onClose={() => setLeaving(false)} />}
    </>
  );
}
