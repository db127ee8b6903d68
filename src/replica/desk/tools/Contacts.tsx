import { replicaTexts as t } from '#i18n';
import s from '../desk.module.css';
import { useSession } from '../hooks/session-context.ts';

/** Ways to reach the service without its site: using the internet is never an obligation. */
export function Contacts() {
  const contacts = useSession((state) => state.scenario?.service.contacts);
  if (!contacts || contacts.length === 0) return null;
  return (
    <section className={s.contacts}>
      <h2>{t.otherWay}</h2>
      <ul>
        {contacts.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
