import { holds } from '#engine';
import { useSession, useSessionObject } from '../desk/hooks/session-context.ts';
import { useHands } from '../hands.ts';
import { fillTexts } from '../session/entries/fill-screen.ts';
import { onPhone } from './on-phone.ts';
import s from './phone-app.module.css';

/** An application open on the persona's phone: what it asks, and its buttons, which act on the screen of the site. */
export function PhoneApp() {
  const session = useSessionObject();
  const hands = useHands();
  const shown = useSession((state) => state.shown);
  const persona = useSession((state) => state.persona);
  const today = useSession((state) => state.today);
  const pointed = useSession((state) => state.pointed);
  const block = shown?.phase === 'loading' ? undefined : onPhone(shown?.screen, shown?.facts ?? {});
  if (!shown?.screen || !block || !persona) return null;
  const scope = { people: persona.people, papers: persona.papers, today, ...(shown.data && { data: shown.data }) };
  const { app, lines, address } = fillTexts(block, scope);
  const actions = shown.screen.actions.filter(({ id, when }) => block.actions.includes(id) && holds(when, shown.facts));
  return (
    <section className={s.app} aria-label={app} data-phone-app>
      <h3>{app}</h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {address && <p className={s.address}>{address}</p>}
      {actions.map((action) => (
        <button
          key={action.id}
          type="button"
          className={s.button}
          data-look={action.look}
          data-action={action.id}
          data-pointed={(pointed?.kind === 'action' && pointed.id === action.id) || undefined}
          aria-disabled={shown.phase === 'calling' || undefined}
          onClick={() => {
            if (shown.phase === 'calling') return;
            hands.press(action);
            session.desk.putPhoneDown();
          }}
        >
          {action.label}
        </button>
      ))}
    </section>
  );
}
