import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { CoachPanel as Panel } from '#coach';
import type { Happening, HelpLevel, Pane } from '#recording';
import type { Pointed } from '../hands.ts';
import { Arrivals, LettersPane, MailPane, PapersPane, PhonePane } from '../panes/index.ts';
import { PhoneApp } from '../phone/PhoneApp.tsx';
import s from './desk.module.css';
import { useSession, useSessionObject } from './hooks/session-context.ts';
import { useRested } from './hooks/use-rested.ts';
import { useWide } from './hooks/use-wide.ts';
import { Sturdy } from './Sturdy.tsx';
import { Contacts } from './tools/Contacts.tsx';

const CoachPanel = memo(Panel);

/** The panes around the site. One that has been opened stays, hidden: its zoom and its scroll are kept. */
export default function Around() {
  const side = useSession((state) => state.side);
  const persona = useSession((state) => state.persona);
  const [seen, setSeen] = useState<ReadonlySet<Pane>>(new Set());
  const wide = useWide();
  const pane = useSession((state) => state.pane);
  const calm = useSession((state) => state.calm);
  // On a phone nothing around the site is loaded before it is asked for.
  const open = wide || pane !== 'site';
  useEffect(() => {
    if (open && !seen.has(side)) setSeen(new Set([...seen, side]));
  }, [open, side, seen]);
  if (!persona) return <div className={s.side} />;
  const draws = (id: Pane) => (open && id === side) || seen.has(id) || (id === 'coach' && calm);
  return (
    <div className={s.side}>
      {(['papers', 'phone', 'mail', 'letters', 'coach'] as const).filter(draws).map((id) => (
        <div key={id} className={s.pane} hidden={id !== side} data-pane={id}>
          <Sturdy>
            <PaneContent id={id} />
          </Sturdy>
        </div>
      ))}
      {calm && (
        <Sturdy wait={null}>
          <Ring />
        </Sturdy>
      )}
    </div>
  );
}

function Ring() {
  const messages = useSession((state) => state.messages);
  const now = useSession((state) => state.now);
  return <Arrivals messages={messages} now={now} />;
}

function PaneContent({ id }: { readonly id: Exclude<Pane, 'site'> }) {
  if (id === 'papers') return <Papers />;
  return id === 'coach' ? <Coach /> : <Messages id={id} />;
}

function Papers() {
  const session = useSessionObject();
  const persona = useSession((state) => state.persona);
  const pointed = useSession((state) => state.pointed);
  if (!persona) return null;
  return (
    <PapersPane
      persona={persona}
      pointAt={
        pointed?.kind === 'paper' ? { paper: pointed.id, ...(pointed.item && { item: pointed.item }) } : undefined
      }
      onOpen={(paper) => session.record({ type: 'PaperOpened', paper })}
    />
  );
}

function Messages({ id }: { readonly id: 'phone' | 'mail' | 'letters' }) {
  const session = useSessionObject();
  const messages = useSession((state) => state.messages);
  const now = useSession((state) => state.now);
  const shared = { messages, now, onOpen: (message: string) => session.mailbox.open(message) };
  if (id === 'phone') return <PhonePane {...shared} app={<PhoneApp />} />;
  const Pane = id === 'mail' ? MailPane : LettersPane;
  return <Pane {...shared} />;
}

function Coach() {
  const session = useSessionObject();
  const { run, view, events, persona, scenario, today } = useRested();
  const level = useSession((state) => state.level);
  const [human, setHuman] = useState(false);
  const onHuman = useCallback(() => setHuman(true), []);
  const hands = useMemo(
    () => ({
      onLevel: (next: HelpLevel) => session.setLevel(next),
      record: (happening: Happening) => session.record(happening),
      onPoint: (point: Pointed | null) => session.desk.point(point),
      onOffer: (offering: boolean) => session.set({ offering }),
    }),
    [session],
  );
  if (!run || !view || !persona || !scenario) return null;
  return (
    <>
      <CoachPanel
        run={run}
        view={view}
        persona={persona}
        scenario={scenario}
        today={today}
        elapsed={session.world.elapsed}
        level={level}
        events={events}
        {...hands}
        onHuman={onHuman}
      />
      {human && <Contacts />}
    </>
  );
}
