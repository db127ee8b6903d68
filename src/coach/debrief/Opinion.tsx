import { useId, useState } from 'react';
import { debriefWords as words } from '#i18n';
import type { Happening, OpinionStep } from '#recording';
import styles from './debrief.module.css';

const questions = ['how-it-went', 'how-clear', 'ready-for-real'] as const satisfies readonly OpinionStep['question'][];
const marks = [1, 2, 3, 4, 5] as const;

/** The end-of-procedure questions, asked of those who succeed, of those who are blocked and of those who leave. */
export function Opinion({ record }: { readonly record: (happening: Happening) => void }) {
  const [given, setGiven] = useState<Partial<Record<OpinionStep['question'], OpinionStep['answer']>>>({});
  const group = useId();
  const answer = (question: OpinionStep['question'], mark: OpinionStep['answer']) => {
    setGiven((before) => ({ ...before, [question]: mark }));
    record({ type: 'OpinionGiven', question, answer: mark });
  };
  return (
    <div className={styles.opinion}>
      <p className={styles.soft}>{words.opinionNote}</p>
      {questions.map((question) => (
        <fieldset key={question} className={styles.question}>
          <legend>{words.questions[question].ask}</legend>
          <div className={styles.marks}>
            {marks.map((mark) => (
              <label key={mark} className={styles.mark}>
                <input
                  type="radio"
                  id={`${group}-${question}-${mark}`}
                  checked={given[question] === mark}
                  onChange={() => answer(question, mark)}
                />
                <span>{words.questions[question].answers[mark - 1]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p aria-live="polite">{Object.keys(given).length === questions.length ? words.thanks : ''}</p>
    </div>
  );
}
