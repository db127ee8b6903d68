import { useMemo } from 'react';
import { replicaTexts as t } from '#i18n';
import { type Pane, panes } from '#recording';
import { onPhone } from '../phone/on-phone.ts';
import s from './desk.module.css';
import { useSession, useSessionObject } from './hooks/session-context.ts';

/** One drawn sign a pane, always beside its word. */
const signs: Record<Pane, string> = {
  site: 'M3.5 5.5h17v13h-17zM3.5 9.5h17M6.5 7.5h.01',
  papers: 'M6.5 3.5h8l4 4v13h-12zM14 3.5v4.5h4.5M9.5 12.5h6M9.5 16h6',
  phone: 'M7.5 2.5h9v19h-9zM11 18.5h2',
  mail: 'M3.5 6h17v12.5h-17zM3.5 6.5 12 13l8.5-6.5',
  letters: 'M4 11.5 12 5l8 6.5v8H4zM4 11.5l8 5 8-5',
  coach: 'M4 5h16v11h-8l-4.5 4v-4H4zM8.5 9h7M8.5 12h4',
};
const channels = { mail: 'mail', sms: 'phone', letter: 'letters' } as const;

/** From one pane to another: at the bottom of a phone, over the side of a wide screen. */
export function PaneTabs() {
  const session = useSessionObject();
  const pane = useSession((state) => state.pane);
  const side = useSession((state) => state.side);
  const messages = useSession((state) => state.messages);
  const pointed = useSession((state) => state.pointed);
  const offering = useSession((state) => state.offering);
  const asked = useSession(({ shown }) => onPhone(shown?.screen, shown?.facts ?? {}) !== undefined);
  const unread = useMemo(() => {
    const counts: Partial<Record<Pane, number>> = asked ? { phone: 1 } : {};
    for (const { read, channel, folder } of messages) {
      if (!read && folder !== 'spam') counts[channels[channel]] = (counts[channels[channel]] ?? 0) + 1;
    }
    return counts;
  }, [messages, asked]);
  const isPointed = (id: Pane) =>
    pointed !== null &&
    (pointed.kind === 'pane'
      ? pointed.id === id
      : pointed.kind === 'paper'
        ? id === 'papers'
        : id === 'site' && pane !== 'site');

  return (
    <nav className={s.tabs} aria-label={t.panesLabel}>
      <ul>
        {panes.map((id) => {
          const count = unread[id] ?? 0;
          const mark = count > 0 || (id === 'coach' && offering);
          return (
            <li key={id} data-tab={id}>
              <button
                type="button"
                className={s.tab}
                data-here={id === pane}
                data-beside={id === side}
                data-pointed={isPointed(id) || undefined}
                aria-current={id === pane ? 'true' : undefined}
                onClick={() => session.desk.openPane(id)}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d={signs[id]} />
                </svg>
                <span className={s.tabWord}>{t.panesShort[id]}</span>
                {mark && (
                  <span className={s.unread}>
                    <span aria-hidden="true">{count || '?'}</span>
                    <span className="visually-hidden">({count > 0 ? t.unread(count) : t.offers})</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
