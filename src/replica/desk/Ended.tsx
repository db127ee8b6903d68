import { useEffect, useRef } from 'react';
import { Debrief } from '#coach';
import { fillTemplate } from '#engine';
import { replicaTexts as t } from '#i18n';
import s from './desk.module.css';
import { useSession, useSessionObject } from './hooks/session-context.ts';
import { RunCode } from './RunCode.tsx';
import { Sturdy } from './Sturdy.tsx';
import { Contacts } from './tools/Contacts.tsx';

/** The end of a run: how it ended, then what the coach says of it. */
export default function Ended() {
  const session = useSessionObject();
  const view = useSession((state) => state.view);
  const events = useSession((state) => state.events);
  const scenario = useSession((state) => state.scenario);
  const persona = useSession((state) => state.persona);
  const today = useSession((state) => state.today);
  const title = useRef<HTMLHeadingElement>(null);
  // Once: what is answered below draws this again, and the focus stays in the person's hands.
  useEffect(() => title.current?.focus(), []);
  if (!view?.ending || !scenario || !persona) return null;
  const ending = scenario.endings[view.ending];
  const words = (text: string) =>
    fillTemplate(text, { people: persona.people, papers: persona.papers, today, data: view.data });
  const meaning = ending?.meaning ?? 'abandon';
  return (
    <div className={s.ended}>
      <section className={s.endCard} data-meaning={meaning}>
        <p className={s.endKind}>{t.ended[meaning]}</p>
        <h1 tabIndex={-1} ref={title}>
          {ending ? words(ending.title) : t.ended.abandon}
        </h1>
        {ending?.text && <p>{words(ending.text)}</p>}
        {ending?.then && <p className={s.endThen}>{words(ending.then)}</p>}
        {meaning !== 'reussi' && <Contacts />}
      </section>
      <Sturdy>
        <Debrief
          scenario={scenario}
          persona={persona}
          events={events}
          view={view}
          today={today}
          record={(happening) => session.record(happening)}
          onAgain={(level) => session.reset({ level })}
          onPersona={(id) => session.reset({ persona: id })}
        />
      </Sturdy>
      <RunCode />
    </div>
  );
}
