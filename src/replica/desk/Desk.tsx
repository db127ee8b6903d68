import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useRootMark } from '#components';
import { fillTemplate, showDay } from '#engine';
import { replicaTexts as t } from '#i18n';
import { Calm } from './Calm.tsx';
import s from './desk.module.css';
import type { First } from './first.ts';
import { useSession } from './hooks/session-context.ts';
import { useWide } from './hooks/use-wide.ts';
import { PaneTabs } from './PaneTabs.tsx';
import { Site } from './Site.tsx';
import { Sturdy } from './Sturdy.tsx';
import { Toast } from './Toast.tsx';
import { Tools } from './tools/Tools.tsx';

// None of these is needed to read, to type, or to be answered.
const Around = lazy(() => import('./Around.tsx'));
const Ended = lazy(() => import('./Ended.tsx'));
const Time = lazy(() => import('./tools/Time.tsx'));

/** The learner's desk: the site in its window, and around it what a person has at hand. */
export function Desk({ first }: { readonly first: First }) {
  const status = useSession((state) => state.status);
  const pane = useSession((state) => state.pane);
  const ended = useSession((state) => state.shown?.phase === 'ended');
  const scenario = useSession((state) => state.scenario);
  const persona = useSession((state) => state.persona);
  const today = useSession((state) => state.today);
  const mission =
    scenario && persona
      ? fillTemplate(scenario.mission, { people: persona.people, papers: persona.papers, today })
      : first.mission;

  useRootMark('exercise', status === 'running');

  if (status === 'elsewhere' || status === 'taken' || status === 'failed') return <Calm status={status} />;
  return (
    <div className={s.desk} data-pane={pane} data-ready={status === 'running'}>
      <header className={s.top}>
        {/* The page's heading whatever pane shows: on a phone the site, and its own title, may be out of sight. */}
        <h1 className={s.mission}>
          <strong>{t.mission}</strong> <span>{mission}</span>
          {/* Not in the first HTML, which is older than the run: it would tell another day. */}
          {scenario?.dayOfMonth !== undefined && <span className={s.day}>{t.playedOn(showDay(today))}</span>}
        </h1>
        <Suspense fallback={null}>
          <Tools />
        </Suspense>
      </header>
      <div className={s.site}>
        {ended ? (
          <Sturdy>
            <Ended />
          </Sturdy>
        ) : (
          <Site first={first} />
        )}
      </div>
      {/* Boundaries of their own: React takes the site over first, the rest in pieces. */}
      <Suspense fallback={null}>
        <PaneTabs />
      </Suspense>
      <Late>
        <Sturdy wait={<div className={s.side} />}>
          <Around />
        </Sturdy>
        <Sturdy wait={null}>
          <Time />
        </Sturdy>
      </Late>
      <Toast />
    </div>
  );
}

/** What is not on the first drawing: it comes once the page lives; on a phone, once it is asked for or nothing else is. */
function Late({ children }: { readonly children: ReactNode }) {
  const [alive, setAlive] = useState(false);
  const wide = useWide();
  const wanted = useSession(
    ({ calm, pane, idleLeft, paused }) => calm || pane !== 'site' || idleLeft !== null || paused,
  );
  useEffect(() => setAlive(true), []);
  return alive && (wide || wanted) ? children : <div className={s.side} />;
}
