import { lazy, useState } from 'react';
import { replicaTexts as t } from '#i18n';
import s from '../desk.module.css';
import { useSession, useSessionObject } from '../hooks/session-context.ts';
import { Sturdy } from '../Sturdy.tsx';

// Dialogs are not needed to begin.
const ToolDialog = lazy(() => import('./ToolDialog.tsx'));

export type Tool = 'restart' | 'wipe' | 'settings';

/** The desk's own buttons. */
export function Tools() {
  const session = useSessionObject();
  const hand = useSession((state) => state.hand);
  const inGroup = useSession((state) => state.inGroup);
  const pane = useSession((state) => state.pane);
  const [more, setMore] = useState(false);
  const [tool, setTool] = useState<Tool | null>(null);
  const open = (next: Tool) => {
    setMore(false);
    setTool(next);
  };
  return (
    <div className={s.tools}>
      <button
        type="button"
        className={`button ${s.help}`}
        aria-pressed={pane === 'coach'}
        onClick={() => session.desk.openPane('coach')}
      >
        {t.help}
      </button>
      {inGroup && (
        <button
          type="button"
          className="button button--secondary"
          aria-pressed={hand}
          onClick={() => session.desk.raiseHand(!hand)}
        >
          {hand ? t.lowerHand : t.raiseHand}
        </button>
      )}
      <button
        type="button"
        className={`button button--secondary ${s.more}`}
        aria-expanded={more}
        onClick={() => setMore(!more)}
      >
        {t.menu}
      </button>
      <ul className={s.toolList} data-open={more}>
        <li>
          <button type="button" className="button button--quiet" onClick={() => open('restart')}>
            {t.restart}
          </button>
        </li>
        <li>
          <button type="button" className="button button--quiet" onClick={() => open('settings')}>
            {t.settings}
          </button>
        </li>
        <li>
          <button type="button" className="button button--quiet" data-leave onClick={() => open('wipe')}>
            {t.wipe}
          </button>
        </li>
      </ul>
      {tool && (
        <Sturdy wait={null}>
          <ToolDialog tool={tool} onClose={() => setTool(null)} />
        </Sturdy>
      )}
    </div>
  );
}
