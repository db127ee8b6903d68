import { Suspense, useState } from 'react';
import { LeaveQuestion } from '#coach';
import { Button, Dialog } from '#components';
import { leavingWords, replicaTexts as t, toolWords as words } from '#i18n';
import { linesOf, readName } from '#leaving';
import { type RunCondition, runConditions } from '#recording';
import s from '../desk.module.css';
import { useSession, useSessionObject } from '../hooks/session-context.ts';
import { RunCode } from '../RunCode.tsx';
import { leave } from './leave.ts';
import { pause, setPace } from './pace.ts';
import type { Tool } from './Tools.tsx';

const titles = { restart: words.restartTitle, wipe: leavingWords.title, settings: t.settings } as const;

/** The desk's questions: start again, leave, choose how to practise. */
export default function ToolDialog({ tool, onClose }: { readonly tool: Tool; readonly onClose: () => void }) {
  const content = { restart: Restart, wipe: Wipe, settings: Settings }[tool];
  const Content = content;
  return (
    <Dialog open title={titles[tool]} onClose={onClose}>
      <Content onClose={onClose} />
    </Dialog>
  );
}

interface ContentProps {
  readonly onClose: () => void;
}

function Restart({ onClose }: ContentProps) {
  const session = useSessionObject();
  return (
    <>
      <p>{words.restartText}</p>
      <p className={s.dialogWays}>
        <Button
          onClick={() => {
            onClose();
            session.reset();
          }}
        >
          {words.restartYes}
        </Button>
        <Button look="secondary" onClick={onClose}>
          {t.cancel}
        </Button>
      </p>
    </>
  );
}

function Wipe({ onClose }: ContentProps) {
  const session = useSessionObject();
  const ended = useSession((state) => state.shown?.phase === 'ended');
  const screen = useSession((state) => state.shown?.screen?.id ?? state.scenario?.start ?? '');
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <Suspense fallback={null}>
        <LeaveQuestion
          screen={screen}
          record={(happening) => session.record(happening)}
          onDone={() => void leave(session)}
        />
      </Suspense>
    );
  }
  return (
    <>
      {linesOf(readName()).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className={s.dialogWays}>
        <Button onClick={() => (ended ? void leave(session) : setAsking(true))}>{t.wipe}</Button>
        <Button look="secondary" onClick={onClose}>
          {t.cancel}
        </Button>
      </p>
    </>
  );
}

function Settings({ onClose }: ContentProps) {
  const session = useSessionObject();
  const personas = useSession((state) => state.personas);
  const persona = useSession((state) => state.persona?.id ?? '');
  const conditions = useSession((state) => state.conditions);
  const now = useSession((state) => state.now);
  const [chosen, setChosen] = useState(persona);
  const [weather, setWeather] = useState<readonly RunCondition[]>(conditions);
  const ended = useSession((state) => state.shown?.phase === 'ended');
  const time = new Date(now).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' });
  return (
    <>
      {!ended && <OwnTime onClose={onClose} />}
      <fieldset className={s.setting}>
        <legend>{words.personaTitle}</legend>
        {personas.map(({ id, title, story }) => (
          <label key={id}>
            <input type="radio" checked={id === chosen} onChange={() => setChosen(id)} />
            <span>
              <strong>{title}</strong>
              <small>{story}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className={s.setting}>
        <legend>{words.conditionsTitle}</legend>
        <p>{words.conditionsNote}</p>
        {runConditions.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={weather.includes(id)}
              onChange={(event) =>
                setWeather(
                  runConditions.filter((each) => (each === id ? event.currentTarget.checked : weather.includes(each))),
                )
              }
            />
            <span>{words.conditions[id]}</span>
          </label>
        ))}
      </fieldset>
      <p className={s.dialogWays}>
        <Button
          onClick={() => {
            onClose();
            session.reset({ persona: chosen, conditions: weather });
          }}
        >
          {words.startAgainWith}
        </Button>
        <Button look="secondary" onClick={onClose}>
          {t.cancel}
        </Button>
      </p>
      <fieldset className={s.setting}>
        <legend>{words.clockTitle}</legend>
        <p>{words.clockNow(time)}</p>
        <Button look="secondary" onClick={() => session.jump(15 * 60_000)}>
          {words.clockJump}
        </Button>
      </fieldset>
      <RunCode />
    </>
  );
}

/** No limit of the exercise forces anybody (WCAG 2.2.1): it can be set aside, and each limit made longer. */
function OwnTime({ onClose }: ContentProps) {
  const session = useSessionObject();
  const slow = useSession((state) => state.slow);
  return (
    <fieldset className={s.setting}>
      <legend>{words.timeTitle}</legend>
      <p role="status">{slow ? words.moreTimeGiven : words.moreTimeNote}</p>
      <p className={s.dialogWays}>
        <Button
          look="secondary"
          onClick={() => {
            onClose();
            pause(session, true);
          }}
        >
          {words.pause}
        </Button>
        <Button look="secondary" onClick={() => setPace(session, { slow: !slow })}>
          {slow ? words.usualTime : words.moreTime}
        </Button>
      </p>
    </fieldset>
  );
}
