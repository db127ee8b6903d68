import { useState } from 'react';
import { debriefWords as words } from '#i18n';
import type { Happening, OpinionStep } from '#recording';
import { Choices } from '../Choices.tsx';
import common from '../coach.module.css';
import styles from './debrief.module.css';

const questions = ['how-it-went', 'how-clear', 'ready-for-real'] as const satisfies readonly OpinionStep['question'][];
const marks = [1, 2, 3, 4, 5] as const;

/** The end-of-procedure questions, asked of those who succeed, of those who are blocked and of those who leave. */
export function Opinion({ record }: { readonly record: (happening: Happening) => void }) {
  const [given, setGiven] = useState<Partial<Record<OpinionStep['question'], OpinionStep['answer']>>>({});
  const answer = (question: OpinionStep['question'], mark: OpinionStep['answer']) => {
    setGiven((before) => ({ ...before, [question]: mark }));
    record({ type: 'OpinionGiven', question, answer: mark });
  };
  return (
    <div className={styles.opinion}>
      <p className={common.soft}>{words.opinionNote}</p>
      {questions.map((question) => (
        <Choices
          key={question}
          legend={words.questions[question].ask}
          choices={marks.map((id) => ({ id, label: words.questions[question].answers[id - 1] ?? '' }))}
          chosen={given[question]}
          onChoose={(mark) => answer(question, mark)}
        />
      ))}
      <p aria-live="polite">{Object.keys(given).length === questions.length ? words.thanks : ''}</p>
    </div>
  );
}
