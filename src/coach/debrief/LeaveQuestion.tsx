import { useState } from 'react';
import { Button } from '#components';
import { debriefWords as words } from '#i18n';
import type { LeaveReason } from '#recording';
import type { LeaveQuestionProps } from '../contract.ts';
import styles from './debrief.module.css';
import { LeaveReasons } from './LeaveReasons.tsx';
import { Opinion } from './Opinion.tsx';

/** On leaving: one optional tap for the reason, then the same opinion questions as at the end. */
export default function LeaveQuestion({ screen, record, onDone }: LeaveQuestionProps) {
  const [asked, setAsked] = useState(false);
  const leave = (reason: LeaveReason) => {
    record({ type: 'RunLeft', screen, reason });
    if (reason === 'unsaid') onDone();
    else setAsked(true);
  };
  if (!asked) return <LeaveReasons onReason={leave} />;
  return (
    <section className={styles.part} aria-label={words.opinion}>
      <h3>{words.opinion}</h3>
      <Opinion record={record} />
      <Button onClick={onDone}>{words.finish}</Button>
    </section>
  );
}
