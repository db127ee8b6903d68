import { useEffect, useRef, useState } from 'react';
import { Button, type Tab, Tabs } from '#components';
import { panesWords as words } from '#i18n';
import pane from '../pane.module.css';
import type { InboxMessage, MessagesPaneProps } from '../types.ts';
import { useOpened } from '../use-opened.ts';
import { Body } from './Body.tsx';
import styles from './messages.module.css';
import { SoundSwitch } from './SoundSwitch.tsx';
import { isoInstant, showWhen } from './when.ts';

type Folder = InboxMessage['folder'];
const folders: readonly Folder[] = ['inbox', 'spam'];

/** The household's mailbox: what came in, what was put aside, one message at a time. */
export default function MailPane({ messages, now, onOpen }: MessagesPaneProps) {
  const [folder, setFolder] = useState<Folder>('inbox');
  const { open, show, close, list } = useOpened<HTMLUListElement>();
  const mails = messages.filter(({ channel, arrivesAt }) => channel === 'mail' && arrivesAt <= now);
  const message = mails.find(({ id }) => id === open);

  if (message) return <OpenMail message={message} now={now} onBack={close} />;
  const here = mails.filter((mail) => mail.folder === folder);
  return (
    <section className={pane.pane} aria-labelledby="mail-title">
      <header className={pane.head}>
        <h2 id="mail-title">{words.mail}</h2>
        <SoundSwitch />
      </header>
      <Tabs
        label={words.mailFolders}
        tabs={folders.map((each) => tabOf(each, mails))}
        selected={folder}
        onSelect={(id) => setFolder(id as Folder)}
      >
        {folder === 'spam' && here.length > 0 && <p className={styles.note}>{words.spamNote}</p>}
        {here.length === 0 && <p className={styles.note}>{folder === 'spam' ? words.emptySpam : words.emptyInbox}</p>}
        <ul className={styles.list} ref={list}>
          {here.map((mail) => (
            <li key={mail.id}>
              <button
                type="button"
                className={styles.row}
                data-key={mail.id}
                data-unread={!mail.read}
                onClick={() => {
                  show(mail.id);
                  onOpen(mail.id);
                }}
              >
                <span className={styles.from}>
                  {!mail.read && <span className={styles.dot} aria-hidden="true" />}
                  {!mail.read && <span className="visually-hidden">{words.unread} : </span>}
                  {mail.from}
                </span>
                <time className={styles.when} dateTime={isoInstant(mail.arrivesAt)}>
                  {showWhen(mail.arrivesAt, now)}
                </time>
                <span className={styles.subject}>{mail.subject || words.noSubject}</span>
                <span className={styles.preview} aria-hidden="true">
                  {mail.lines.join(' ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Tabs>
      <p className={styles.mark}>{words.inventedMail}</p>
    </section>
  );
}

function tabOf(folder: Folder, mails: readonly InboxMessage[]): Tab {
  const unread = mails.filter((mail) => mail.folder === folder && !mail.read).length;
  const label = (
    <>
      {words[folder]}
      {unread > 0 && (
        <>
          {' '}
          ({unread}
          <span className="visually-hidden"> {words.unreadCount(unread)}</span>)
        </>
      )}
    </>
  );
  return { id: folder, label };
}

interface OpenMailProps {
  readonly message: InboxMessage;
  readonly now: number;
  readonly onBack: () => void;
}

function OpenMail({ message, now, onBack }: OpenMailProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={pane.pane} aria-label={message.subject}>
      <div>
        <Button look="quiet" onClick={onBack}>
          <span aria-hidden="true">←</span> {words.backToInbox}
        </Button>
      </div>
      <article className={styles.mail}>
        <h2 ref={title} tabIndex={-1}>
          {message.subject || words.noSubject}
        </h2>
        <dl className={styles.meta}>
          <dt>{words.from}</dt>
          <dd>
            <strong>{message.from}</strong>
            {message.address && <span className={styles.address}>{message.address}</span>}
          </dd>
          <dt>{words.at}</dt>
          <dd>
            <time dateTime={isoInstant(message.arrivesAt)}>{showWhen(message.arrivesAt, now)}</time>
          </dd>
        </dl>
        <div className={styles.body}>
          <Body lines={message.lines} items={message.items} />
        </div>
        <p className={styles.mark}>{words.inventedMail}</p>
      </article>
    </section>
  );
}
