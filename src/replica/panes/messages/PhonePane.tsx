import { useEffect, useRef } from 'react';
import { panesWords as words } from '#i18n';
import pane from '../pane.module.css';
import type { InboxMessage, MessagesPaneProps, PhonePaneProps } from '../types.ts';
import { useOpened } from '../use-opened.ts';
import { Body } from './Body.tsx';
import styles from './phone.module.css';
import { SoundSwitch } from './SoundSwitch.tsx';
import { isoInstant, showWhen } from './when.ts';

/** A drawn phone: conversations by sender, a notification for what has not been read, bubbles of text. */
export default function PhonePane({ messages, now, onOpen, app }: PhonePaneProps) {
  const { open, show, close, list } = useOpened<HTMLUListElement>();
  const texts = messages.filter(({ channel, arrivesAt }) => channel === 'sms' && arrivesAt <= now);
  const senders = [...new Set(texts.map(({ from }) => from))];
  const threads = senders.map((from) => [from, texts.filter((text) => text.from === from)] as const);
  const thread = threads.find(([from]) => from === open)?.[1];

  const newest = texts.find(({ read }) => !read);
  return (
    <section className={pane.pane} aria-labelledby="phone-title">
      <header className={pane.head}>
        <h2 id="phone-title">{words.phone}</h2>
        <SoundSwitch />
      </header>
      <div className={styles.phone}>
        <div className={styles.screen}>
          <p className={styles.status}>
            <span aria-hidden="true">{showWhen(now, now)}</span>
            <span>{words.training}</span>
          </p>
          {app}
          {thread ? (
            <Thread texts={thread} now={now} onOpen={onOpen} onBack={close} />
          ) : (
            <>
              {newest && (
                <button type="button" className={styles.notification} onClick={() => show(newest.from)}>
                  <strong>{words.newMessage.sms(newest.from)}</strong>
                  <span className={styles.clip}>{newest.lines[0]}</span>
                </button>
              )}
              <h3 className={styles.title}>{words.messages}</h3>
              {threads.length === 0 && <p className={styles.empty}>{words.emptyPhone}</p>}
              <ul className={styles.threads} ref={list}>
                {threads.map(([from, [latest]]) => (
                  <li key={from}>
                    <button type="button" className={styles.thread} data-key={from} onClick={() => show(from)}>
                      <span className={styles.face} aria-hidden="true">
                        {from.charAt(0)}
                      </span>
                      <span className={styles.from}>
                        {latest && !latest.read && <span className="visually-hidden">{words.unread} : </span>}
                        {latest && !latest.read ? <strong>{from}</strong> : from}
                      </span>
                      {latest && <time dateTime={isoInstant(latest.arrivesAt)}>{showWhen(latest.arrivesAt, now)}</time>}
                      <span className={styles.clip}>{latest?.lines[0]}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </section>
  );
}

interface ThreadProps extends Pick<MessagesPaneProps, 'now' | 'onOpen'> {
  readonly texts: readonly InboxMessage[];
  readonly onBack: () => void;
}

/** One conversation, oldest first. What it shows is read, also what comes while it is open. */
function Thread({ texts, now, onOpen, onBack }: ThreadProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const told = useRef(new Set<string>());
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    for (const { id, read } of texts) {
      if (read || told.current.has(id)) continue;
      told.current.add(id);
      onOpen(id);
    }
  }, [texts, onOpen]);
  const from = texts[0]?.from ?? '';
  return (
    <>
      <div className={styles.bar}>
        <button type="button" className={styles.back} aria-label={words.backToThreads} onClick={onBack}>
          ←
        </button>
        <h3 ref={title} tabIndex={-1} aria-label={words.thread(from)}>
          {from}
        </h3>
      </div>
      <ol className={styles.bubbles}>
        {[...texts].reverse().map((text) => (
          <li key={text.id}>
            <time dateTime={isoInstant(text.arrivesAt)}>{showWhen(text.arrivesAt, now)}</time>
            <div className={styles.bubble}>
              <Body lines={text.lines} items={text.items} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
