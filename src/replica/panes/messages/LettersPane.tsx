import { useEffect, useRef } from 'react';
import { Button } from '#components';
import type { Paper } from '#engine';
import { panesWords as words } from '#i18n';
import pane from '../pane.module.css';
import { PaperSheet } from '../papers/PaperSheet.tsx';
import type { InboxMessage, MessagesPaneProps } from '../types.ts';
import { useOpened } from '../use-opened.ts';
import styles from './letters.module.css';
import { isoInstant, showWhen } from './when.ts';

/** The letter box: envelopes in the order they came, each opened by hand, its letter on paper. */
export default function LettersPane({ messages, now, onOpen }: MessagesPaneProps) {
  const { open, show, close, list } = useOpened<HTMLUListElement>();
  const sheet = useRef<HTMLDivElement>(null);
  const letters = messages.filter(({ channel, arrivesAt }) => channel === 'letter' && arrivesAt <= now);
  const letter = letters.find(({ id }) => id === open);

  useEffect(() => {
    if (open) sheet.current?.focus();
  }, [open]);

  if (letter) {
    return (
      <section className={pane.pane} aria-label={letter.subject}>
        <div>
          <Button look="quiet" onClick={close}>
            <span aria-hidden="true">←</span> {words.closeLetter}
          </Button>
        </div>
        <div className={styles.table} ref={sheet} tabIndex={-1}>
          <PaperSheet paper={asPaper(letter)} />
        </div>
      </section>
    );
  }
  return (
    <section className={pane.pane} aria-labelledby="letters-title">
      <h2 id="letters-title">{words.letters}</h2>
      <p className={pane.intro}>{letters.length === 0 ? words.emptyLetters : words.lettersIntro}</p>
      <ul className={styles.list} ref={list}>
        {letters.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className={styles.envelope}
              data-key={each.id}
              data-open={each.read}
              onClick={() => {
                show(each.id);
                onOpen(each.id);
              }}
            >
              <span className={styles.sender}>{each.from}</span>
              <span className={styles.window}>
                <span className={styles.stroke} />
                <span className={styles.stroke} />
                <span className={styles.stroke} />
              </span>
              <span className={styles.state}>
                <time dateTime={isoInstant(each.arrivesAt)}>{showWhen(each.arrivesAt, now)}</time>
                {!each.read && <strong>{words.sealed}</strong>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function asPaper({ id, from, subject, lines, items }: InboxMessage): Paper {
  return { id, form: 'letter', title: subject, person: '', issuer: from, lines, items };
}
